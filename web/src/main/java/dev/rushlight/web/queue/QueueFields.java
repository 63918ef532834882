package dev.rushlight.web.queue;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rushlight.review.Kind;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.FocusKey;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.OutcomeChoice;
import dev.rushlight.web.look.QueueAddress;
import dev.rushlight.web.look.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a tab of the queue can be narrowed by; on a phone by words at first, and by the rest when that is asked for. */
final class QueueFields extends Div {

    private final TextField search = text("search", "Search");
    private final Select<Kind> kind = new Select<>();
    private final Select<OutcomeChoice> outcome = new Select<>();
    private final TextField project = text("project", "Project");
    private final TextField submitter = text("submitter", "Submitted by");
    private final List<HasValue<?, ?>> folding = List.of(kind, outcome, project, submitter);
    private boolean isUnfolded;
    private final Button more = new Button("", click -> unfold(!isUnfolded));

    QueueFields(Runnable changed) {
        addClassName("filters");
        search.addClassName("search");
        search.setPrefixComponent(new Glyph(Symbol.SEARCH));
        search.setPlaceholder("Search ( / )");
        search.setTitle("Whole words of name, project, submitter and description; the last one may be unfinished");
        kind.setId("kind");
        kind.setAriaLabel("Kind");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(
                value -> value == null ? "All kinds" : Appearance.of(value).word());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption("All kinds");
        kind.setPlaceholder("All kinds");
        outcome.setId("outcome");
        outcome.setAriaLabel("Outcome");
        outcome.setItems(OutcomeChoice.ALL);
        outcome.setItemLabelGenerator(value -> value == null ? "Any outcome" : value.words());
        outcome.setEmptySelectionAllowed(true);
        outcome.setEmptySelectionCaption("Any outcome");
        outcome.setPlaceholder("Any outcome");
        Stream.concat(Stream.of(search), folding.stream())
                .forEach(field -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        sayHowMany();
                        changed.run();
                    }
                }));
        more.setId("more-filters");
        more.addClassName("more-filters");
        add(search, more, kind, outcome, project, submitter, new FocusKey("/", search));
        unfold(false);
    }

    void show(QueueFilter filter) {
        search.setValue(filter.text().orElse(""));
        kind.setValue(filter.kind().orElse(null));
        outcome.setValue(OutcomeChoice.of(filter.outcomes()).orElse(null));
        project.setValue(filter.project().orElse(""));
        submitter.setValue(filter.submitter().orElse(""));
        submitter.setVisible(filter.tab() != QueueTab.MINE);
        sayHowMany();
    }

    /** What the fields say of a tab. */
    QueueFilter narrow(QueueTab tab) {
        return new QueueFilter(
                tab,
                QueueAddress.typed(project.getValue()),
                Optional.ofNullable(kind.getValue()),
                outcome.getOptionalValue().map(OutcomeChoice::outcomes).orElse(Set.of()),
                tab == QueueTab.MINE ? Optional.empty() : QueueAddress.typed(submitter.getValue()),
                QueueAddress.typed(search.getValue()));
    }

    private void unfold(boolean wanted) {
        isUnfolded = wanted;
        setClassName("unfolded", wanted);
        more.getElement().setAttribute("aria-expanded", String.valueOf(wanted));
        sayHowMany();
    }

    /** So that nobody wonders, while the fields are folded, why so little is shown. */
    private void sayHowMany() {
        var set = folding.stream()
                .filter(field ->
                        !field.isEmpty() && !field.getValue().toString().isBlank())
                .count();
        more.setText(set == 0 ? "Filters" : "Filters · " + set);
    }

    private static TextField text(String id, String what) {
        var field = new TextField();
        field.setId(id);
        field.setPlaceholder(what);
        field.setAriaLabel(what);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }
}
