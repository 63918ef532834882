package dev.rushlight.web.queue;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.rushlight.review.SavedFilterSummary;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import java.util.List;
import java.util.function.Consumer;

/** The menu of the filters that somebody saved: choose one, save what is shown, delete one. */
final class SavedFilters extends MenuBar {

    private final MenuItem root;
    private final Consumer<SavedFilterSummary> choose;
    private final Runnable save;
    private final Consumer<SavedFilterSummary> delete;

    SavedFilters(Consumer<SavedFilterSummary> choose, Runnable save, Consumer<SavedFilterSummary> delete) {
        this.choose = choose;
        this.save = save;
        this.delete = delete;
        setId("saved");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        root = addItem(new Span(new Glyph(Symbol.SAVED), new Span("Saved")));
        root.addClassName("saved-filters");
        root.setAriaLabel("Saved filters");
    }

    void show(List<SavedFilterSummary> filters) {
        var items = root.getSubMenu();
        items.removeAll();
        filters.forEach(filter -> items.addItem(filter.name(), click -> choose.accept(filter)));
        if (!filters.isEmpty()) {
            items.addSeparator();
        }
        items.addItem("Save this view …", click -> save.run()).setId("save-filter");
        if (!filters.isEmpty()) {
            var names = items.addItem("Delete").getSubMenu();
            filters.forEach(filter -> names.addItem(filter.name(), click -> delete.accept(filter)));
        }
    }
}
