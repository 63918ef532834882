package dev.rushlight.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.rushlight.people.PersonSummary;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.util.Collection;

/**
 * The same policy as fields and as text, in step: each change of one is carried over to the other. Text that is no policy
 * stays as it was typed, and the fields wait until it is one again.
 */
final class PolicyEditor extends Div {

    private final PolicyDraft draft;
    private final Runnable changed;
    private final PolicyForm form;
    private final PolicyTextField text = new PolicyTextField(this::typed);
    private final PolicyPreview preview = new PolicyPreview();
    private final Div trouble = new Div();
    private final Tab fieldsTab = new Tab("Fields");
    private final Tab textTab = new Tab("Text");
    private final Tabs tabs = new Tabs(fieldsTab, textTab);
    private final Div more = new Div();

    /** @param changed called after each change of the draft */
    PolicyEditor(PolicyDraft draft, Collection<PersonSummary> people, Runnable changed) {
        this.draft = draft;
        this.changed = changed;
        this.form = new PolicyForm(people, this::filled);
        addClassName("policy-editor");
        fieldsTab.setId("as-fields");
        textTab.setId("as-text");
        tabs.addSelectedChangeListener(change -> turn());
        var fields = new Div(trouble, form);
        fields.addClassName("policy-fields-side");
        more.addClassName("policy-more");
        var card = new Section(tabs, fields, text);
        card.addClassNames("panel", "policy-card");
        add(card, preview, more);
        draft.policy().ifPresent(form::show);
        text.show(draft.text());
        turn();
        judge(true);
    }

    PolicyDraft draft() {
        return draft;
    }

    void addBelow(Component... parts) {
        more.add(parts);
    }

    /** As if somebody had typed it. */
    void type(String json) {
        text.show(json);
        typed(json);
    }

    /** Takes whoever wants to save to what is wrong. */
    void insist() {
        if (form.isEnabled()) {
            tabs.setSelectedTab(fieldsTab);
        } else {
            tabs.setSelectedTab(textTab);
        }
    }

    private void turn() {
        var asText = tabs.getSelectedTab() == textTab;
        text.setVisible(asText);
        form.setVisible(!asText);
        trouble.setVisible(!asText);
    }

    private void filled() {
        draft.type(form.text());
        text.show(draft.text());
        judge(true);
        changed.run();
    }

    private void typed(String json) {
        if (!json.equals(draft.text())) {
            draft.type(json);
            draft.policy().ifPresent(form::show);
            judge(false);
            changed.run();
        }
    }

    private void judge(boolean byForm) {
        form.calm();
        text.calm();
        trouble.removeAll();
        form.setEnabled(true);
        draft.policy().ifPresentOrElse(preview::show, () -> {
            preview.fallBehind();
            text.complain(draft.complaint());
            if (!byForm) {
                form.setEnabled(false);
                trouble.add(new Banner(
                        Symbol.WARNING,
                        Tone.CARE,
                        "The text is no policy just now, and these fields show it as it was before. They follow again once"
                                + " the text is mended.",
                        new Button("To the text", click -> tabs.setSelectedTab(textTab))));
            } else if (!form.complain(Complaint.of(draft.complaint()))) {
                trouble.add(new Banner(Symbol.WARNING, Tone.BAD, draft.complaint()));
            }
        });
    }
}
