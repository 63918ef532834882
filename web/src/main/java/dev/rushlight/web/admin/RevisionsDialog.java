package dev.rushlight.web.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.rushlight.review.PolicySummary;
import dev.rushlight.web.look.Ago;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** What was saved of a policy, one revision at a time, each with what it changed. */
final class RevisionsDialog extends Dialog {

    private final IntFunction<String> text;
    private final Div content = new Div();

    /**
     * @param revisions newest first
     * @param text that of a revision
     * @param use takes the text of an old one up again
     */
    RevisionsDialog(List<PolicySummary> revisions, IntFunction<String> text, Consumer<String> use) {
        this.text = text;
        setHeaderTitle("Revisions of " + revisions.get(0).id());
        setWidth("48rem");
        content.addClassName("revision");
        var choice = new Select<PolicySummary>();
        choice.setId("revision");
        choice.setAriaLabel("Revision");
        choice.setWidthFull();
        choice.setItems(revisions);
        choice.setItemLabelGenerator(
                one -> "Revision %d by %s: %s".formatted(one.revision(), one.createdBy(), one.name()));
        choice.addValueChangeListener(change -> show(change.getValue()));
        add(choice, content);
        var again = new Button("Put this text into the editor", click -> {
            use.accept(text.apply(choice.getValue().revision()));
            close();
        });
        again.setId("use-revision");
        getFooter().add(again, new Button("Close", click -> close()));
        choice.setValue(revisions.get(0));
    }

    private void show(PolicySummary one) {
        content.removeAll();
        var when = new Div(new Span("Saved "), new Ago(one.createdAt()));
        when.addClassName("soft");
        var before = one.revision() > 1 ? text.apply(one.revision() - 1) : "";
        content.add(when, new ChangedLines(before, text.apply(one.revision())));
    }
}
