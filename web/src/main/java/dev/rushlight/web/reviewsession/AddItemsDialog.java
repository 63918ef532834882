package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Kind;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.reviewsession.Keeping;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Thumb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds items, and adds some of them or everything that the filter shows. */
final class AddItemsDialog extends Dialog {

    private static final int SHOWN = 100;

    /** Where the items come from and go to. */
    interface Items {
        List<ReviewItemSummary> find(QueueFilter filter, int limit);

        void add(List<ReviewItemId> items, Keeping keeping);

        void addAll(QueueFilter filter, Keeping keeping);
    }

    private final Items items;
    private final TextField words = new TextField();
    private final TextField project = new TextField();
    private final Select<Kind> kind = new Select<>();
    private final Select<QueueTab> waiting = new Select<>();
    private final Select<Keeping> keeping = new Select<>();
    private final UnorderedList list = new UnorderedList();
    private final Map<ReviewItemId, Checkbox> boxes = new LinkedHashMap<>();
    private final Button some = new Button("", click -> addSome());
    private final Button all = new Button("Add all that it finds", click -> addAll());

    AddItemsDialog(Items items, Optional<String> usualProject) {
        this.items = items;
        setHeaderTitle("Add items");
        setWidth("46rem");
        setHeight("40rem");
        text(words, "add-words", "Search");
        words.addClassName("search");
        words.setPrefixComponent(new Glyph(Symbol.SEARCH));
        text(project, "add-project", "Project");
        project.setValue(usualProject.orElse(""));
        kind.setId("add-kind");
        kind.setAriaLabel("Kind");
        kind.setItems(Kind.values());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption("All kinds");
        kind.setPlaceholder("All kinds");
        kind.setItemLabelGenerator(
                value -> value == null ? "All kinds" : Appearance.of(value).word());
        waiting.setId("add-waiting");
        waiting.setAriaLabel("Which");
        waiting.setItems(QueueTab.ALL, QueueTab.NEEDS_ME);
        waiting.setItemLabelGenerator(tab -> tab == QueueTab.ALL ? "Waiting for a verdict" : "Needs me");
        waiting.setValue(QueueTab.ALL);
        keeping.setId("add-keeping");
        keeping.setAriaLabel("Version");
        keeping.setItems(Keeping.values());
        keeping.setItemLabelGenerator(
                value -> value == Keeping.PINNED ? "Pin today's version" : "Show the newest version");
        keeping.setValue(Keeping.KEEP_LATEST);
        for (var field : new TextField[] {words, project}) {
            field.addValueChangeListener(change -> find());
        }
        kind.addValueChangeListener(change -> find());
        waiting.addValueChangeListener(change -> find());
        var filters = new Div(words, project, kind, waiting);
        filters.addClassName("filters");
        list.addClassName("found");
        add(filters, list);
        some.setId("add-some");
        some.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        all.setId("add-all");
        getFooter().add(keeping, new Button("Cancel", click -> close()), all, some);
        find();
    }

    private void find() {
        boxes.clear();
        list.removeAll();
        var found = items.find(filter(), SHOWN);
        found.forEach(item -> list.add(line(item)));
        if (found.isEmpty()) {
            list.add(new ListItem("Nothing like that waits for a verdict."));
        }
        all.setEnabled(!found.isEmpty());
        all.setText(found.size() < SHOWN ? "Add all %d".formatted(found.size()) : "Add all that it finds, up to 500");
        count();
    }

    private ListItem line(ReviewItemSummary item) {
        var box = new Checkbox();
        box.setAriaLabel("Choose " + item.name());
        box.addValueChangeListener(change -> count());
        boxes.put(item.id(), box);
        var name = new Span(item.name());
        name.addClassName("strong");
        var about = new Span("%s · v%d · %s".formatted(item.project(), item.version(), item.submitter()));
        about.addClassName("entry-about");
        var what = new Div(name, about);
        what.addClassName("entry-what");
        var line = new ListItem(
                box, new Thumb(item.poster(), item.kind()), what, new Badge(Appearance.of(item.outcome())));
        line.addClassName("found-line");
        return line;
    }

    private void count() {
        var chosen = chosen().size();
        some.setEnabled(chosen > 0);
        some.setText(chosen == 0 ? "Add chosen" : "Add %d".formatted(chosen));
    }

    private List<ReviewItemId> chosen() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void addSome() {
        items.add(chosen(), keeping.getValue());
        close();
    }

    private void addAll() {
        items.addAll(filter(), keeping.getValue());
        close();
    }

    private QueueFilter filter() {
        var filter = QueueFilter.of(waiting.getValue());
        if (waiting.getValue() == QueueTab.ALL) {
            filter = filter.standing(Outcome.PENDING, Outcome.IN_REVIEW);
        }
        if (!words.getValue().isBlank()) {
            filter = filter.with(words.getValue().strip());
        }
        if (!project.getValue().isBlank()) {
            filter = filter.in(project.getValue().strip());
        }
        return kind.getOptionalValue().map(filter::of).orElse(filter);
    }

    private static void text(TextField field, String id, String what) {
        field.setId(id);
        field.setPlaceholder(what);
        field.setAriaLabel(what);
        field.setMaxLength(200);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
    }
}
