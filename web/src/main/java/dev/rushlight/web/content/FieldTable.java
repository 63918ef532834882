package dev.rushlight.web.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.review.FieldChange;
import java.util.List;

/** The fields of a task before and after; of long texts only the words that changed stand out. */
final class FieldTable extends Div {

    private static final int LONG = 60;

    FieldTable(List<FieldChange> fields) {
        var table = new NativeTable();
        table.addClassName("fields");
        var titles = table.getHead().addRow();
        for (var title : new String[] {"Field", "Before", "After"}) {
            var cell = new NativeTableHeaderCell(title);
            cell.getElement().setAttribute("scope", "col");
            titles.add(cell);
        }
        fields.forEach(field -> fill(table.getBody().addRow(), field));
        addClassName("scrolling");
        add(table);
    }

    private static void fill(NativeTableRow row, FieldChange field) {
        var name = new NativeTableHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(new VisibleText(field.name()));
        row.add(name);
        if (field.before().equals(field.after())) {
            row.addClassName("same");
            row.add(wide(value(field.name(), field.after()), faint("unchanged")));
        } else if (isLong(field)) {
            row.add(wide(inWords(field)));
        } else {
            row.add(cell(changed(field.name(), field.before(), "before")), after(field));
        }
    }

    private static boolean isLong(FieldChange field) {
        var both = !field.before().isEmpty() && !field.after().isEmpty();
        var isLong = Math.max(field.before().length(), field.after().length()) > LONG
                || field.before().contains("\n")
                || field.after().contains("\n");
        return both && isLong;
    }

    private static NativeTableCell after(FieldChange field) {
        var cell = cell(changed(field.name(), field.after(), "after"));
        new FieldValue(field.after())
                .since(new FieldValue(field.before()))
                .ifPresent(difference -> cell.add(faint(difference)));
        return cell;
    }

    private static Component changed(String name, String text, String styleClass) {
        var value = value(name, text);
        if (!text.isEmpty()) {
            value.addClassName(styleClass);
        }
        return value;
    }

    private static Span value(String name, String text) {
        if (text.isEmpty()) {
            return faint("empty");
        }
        var readable = new FieldValue(text).readable(name);
        var value = new VisibleText(readable);
        value.addClassName("field-value");
        if (!readable.equals(text)) {
            value.setTitle(text);
        }
        return value;
    }

    /** One text in which what went is struck and what came stands out. */
    private static Component inWords(FieldChange field) {
        var text = new Div();
        text.addClassName("word-diff");
        for (var part : WordDiff.between(field.before(), field.after()).parts()) {
            text.add(
                    switch (part.side()) {
                        case BOTH -> new VisibleText(part.text());
                        case BEFORE -> marked("del", part.text());
                        case AFTER -> marked("ins", part.text());
                    });
        }
        return text;
    }

    private static Component marked(String tag, String text) {
        var marked = new HtmlContainer(tag);
        marked.add(new VisibleText(text));
        return marked;
    }

    private static NativeTableCell cell(Component... content) {
        var cell = new NativeTableCell();
        cell.add(content);
        return cell;
    }

    private static NativeTableCell wide(Component... content) {
        var cell = cell(content);
        cell.getElement().setAttribute("colspan", "2");
        return cell;
    }

    private static Span faint(String text) {
        var span = new Span(text);
        span.addClassNames("faint", "field-about");
        return span;
    }
}
