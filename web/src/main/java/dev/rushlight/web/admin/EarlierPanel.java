package dev.rushlight.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.review.EarlierJudged;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.PolicyDesk;
import dev.rushlight.review.Request;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.VersionClosed;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The open items that an earlier revision still judges, and the way to have the latest one judge them. */
final class EarlierPanel extends Section {

    private static final int MOST = 200;

    private final PolicyDesk desk;
    private final CurrentPerson current;
    private final Map<EarlierJudged, Checkbox> boxes = new LinkedHashMap<>();
    private final Checkbox all = new Checkbox("All of them");
    private final TextField reason = new TextField("Why");
    private final Button judge = new Button("Re-evaluate", click -> judge());
    private String policy = "";
    private int latest;

    EarlierPanel(PolicyDesk desk, CurrentPerson current) {
        this.desk = desk;
        this.current = current;
        addClassNames("panel", "policy-card");
        setId("earlier");
        judge.setId("re-evaluate");
        judge.setDisableOnClick(true);
        all.addValueChangeListener(change -> {
            boxes.values().forEach(box -> box.setValue(change.getValue()));
            count();
        });
        reason.setId("re-evaluate-why");
        reason.setMaxLength(500);
        reason.setHelperText("Stands in the ledger beside each of them; may be empty");
        reason.setWidthFull();
    }

    /** Shows what there is to re-evaluate; nothing at all if there is nothing. */
    void show(String id, int revision) {
        policy = id;
        latest = revision;
        boxes.clear();
        removeAll();
        var earlier = desk.openUnderEarlier(current.require(), id, MOST);
        setVisible(!earlier.isEmpty());
        var about = new Div(
                "Work under review keeps the revision that it came in under. Choose what revision %d is to judge"
                                .formatted(revision)
                        + " from now on.");
        about.addClassName("soft");
        var list = new UnorderedList();
        list.addClassName("differences");
        earlier.forEach(one -> list.add(line(one)));
        all.setValue(false);
        add(new H2(title(earlier)), about, all, list, reason, judge);
        count();
    }

    private static String title(List<EarlierJudged> earlier) {
        var count = earlier.size();
        return (count == 1 ? "1 open item is" : count + (count == MOST ? " and more" : "") + " open items are")
                + " under an earlier revision";
    }

    private ListItem line(EarlierJudged one) {
        var box = new Checkbox();
        box.setAriaLabel("Re-evaluate %s v%d".formatted(one.name(), one.version()));
        box.addValueChangeListener(change -> count());
        boxes.put(one, box);
        var link = new Anchor(Pages.item(one.item()), "%s v%d".formatted(one.name(), one.version()));
        var where = new Span("%s · revision %d".formatted(one.project(), one.revision()));
        where.addClassName("faint");
        Component becomes = one.now() == one.instead()
                ? new Badge(Appearance.of(one.now()))
                : SimulationPanel.move(one.now(), one.instead());
        return new ListItem(box, new Div(link, where), becomes);
    }

    private void count() {
        var chosen = boxes.values().stream().filter(Checkbox::getValue).count();
        judge.setEnabled(chosen > 0);
        judge.setText(
                chosen == 0
                        ? "Re-evaluate"
                        : chosen == 1 ? "Re-evaluate 1 item" : "Re-evaluate %d items".formatted(chosen));
        judge.removeThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (chosen > 0) {
            judge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
    }

    private void judge() {
        var moved = 0;
        var left = 0;
        for (var entry : boxes.entrySet()) {
            if (entry.getValue().getValue()) {
                try {
                    var verdict = desk.reevaluate(
                            current.require(),
                            entry.getKey().item(),
                            entry.getKey().version(),
                            latest,
                            reason.getValue(),
                            Request.plain());
                    moved += verdict.decision().isPresent() ? 1 : 0;
                } catch (StaleVersion | VersionClosed | NoSuchReviewItem meanwhile) {
                    left++;
                }
            }
        }
        Toast.show(
                left == 0 ? Symbol.APPROVE : Symbol.WARNING,
                left == 0 ? Tone.GOOD : Tone.CARE,
                "%s now%s"
                        .formatted(
                                moved == 1 ? "1 item stands elsewhere" : moved + " items stand elsewhere",
                                left == 0 ? "." : "; %d changed meanwhile and were left alone.".formatted(left)));
        reason.clear();
        show(policy, latest);
    }
}
