package dev.rushlight.web.item;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rushlight.review.CheckItem;
import dev.rushlight.review.FieldChange;
import dev.rushlight.review.Link;
import dev.rushlight.review.TaskContent;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.WebAddress;

/** A task as its submitter describes it: status, people, changed fields, checklist and links. */
final class TaskStage extends Div {

    TaskStage(TaskContent task) {
        addClassNames("sheet", "task");
        var facts = new Div(fact("Status", task.status()));
        task.assignee().ifPresent(assignee -> facts.add(fact("Assignee", assignee)));
        facts.addClassName("facts");
        add(facts);
        if (!task.description().isBlank()) {
            var description = new Paragraph(task.description());
            description.addClassName("prose");
            add(new H3("Description"), description);
        }
        if (!task.fields().isEmpty()) {
            var fields = new Div(fields(task));
            fields.addClassName("scrolling");
            add(new H3("What changed"), fields);
        }
        if (!task.checklist().isEmpty()) {
            var done = task.checklist().stream().filter(CheckItem::done).count();
            add(
                    new H3("Checklist · %d of %d done"
                            .formatted(done, task.checklist().size())),
                    checklist(task));
        }
        if (!task.links().isEmpty()) {
            add(new H3("Links"), links(task));
        }
    }

    private static Component fact(String name, String value) {
        var label = new Span(name);
        label.addClassName("fact-name");
        var text = new Span(value);
        text.addClassName("fact-value");
        var fact = new Div(label, text);
        fact.addClassName("fact");
        return fact;
    }

    private static Component fields(TaskContent task) {
        var table = new NativeTable();
        table.addClassName("fields");
        var titles = table.getHead().addRow();
        for (var title : new String[] {"Field", "Before", "After"}) {
            var cell = new NativeTableHeaderCell(title);
            cell.getElement().setAttribute("scope", "col");
            titles.add(cell);
        }
        for (var field : task.fields()) {
            var row = table.getBody().addRow();
            row.addHeaderCell().setText(field.name());
            row.addDataCell().add(value(field.before(), changed(field) ? "before" : "same"));
            row.addDataCell().add(value(field.after(), changed(field) ? "after" : "same"));
        }
        return table;
    }

    private static boolean changed(FieldChange field) {
        return !field.before().equals(field.after());
    }

    private static Component value(String text, String styleClass) {
        var value = new Span(text.isEmpty() ? "–" : text);
        value.addClassName(text.isEmpty() ? "faint" : styleClass);
        return value;
    }

    private static Component checklist(TaskContent task) {
        var list = new UnorderedList();
        list.addClassName("checklist");
        task.checklist().forEach(item -> {
            var state = new Span(item.done() ? "done" : "open");
            state.addClassName("for-readers");
            var text = new Span(item.text());
            HtmlContainer line = new ListItem(new Glyph(item.done() ? Symbol.DELIVERED : Symbol.PENDING), state, text);
            line.addClassName(item.done() ? "done" : "todo");
            list.add(line);
        });
        return list;
    }

    private static Component links(TaskContent task) {
        var list = new UnorderedList();
        list.addClassName("links");
        task.links().forEach(link -> list.add(new ListItem(link(link))));
        return list;
    }

    private static Component link(Link link) {
        var label = link.label().isBlank() ? link.url().toString() : link.label();
        return WebAddress.of(link.url())
                .<Component>map(address -> outside(address, label))
                .orElseGet(() -> new Span(label + " (" + link.url() + ")"));
    }

    private static Component outside(String address, String label) {
        var anchor = new Anchor(address, "", AnchorTarget.BLANK);
        anchor.getElement().setAttribute("rel", "noopener noreferrer");
        anchor.addClassName("outside");
        anchor.add(new Span(label), new Glyph(Symbol.EXTERNAL));
        return anchor;
    }
}
