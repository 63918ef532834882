package dev.rushlight.web.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rushlight.review.CheckItem;
import dev.rushlight.review.Link;
import dev.rushlight.review.TaskContent;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.WebAddress;

/** A task as its submitter describes it: status, people, changed fields, checklist and links. */
@CssImport("./rush/room/task.css")
public final class TaskStage extends Div {

    public TaskStage(TaskContent task) {
        addClassNames("sheet", "task");
        var facts = new Div(fact("Status", task.status()));
        task.assignee().ifPresent(assignee -> facts.add(fact("Assignee", assignee)));
        facts.addClassName("facts");
        add(facts);
        if (!task.description().isBlank()) {
            var description = new Paragraph(new VisibleText(task.description()));
            description.addClassName("prose");
            add(new H3("Description"), description);
        }
        if (!task.fields().isEmpty()) {
            add(new H3("What changed"), new FieldTable(task.fields()));
        }
        if (!task.checklist().isEmpty()) {
            add(new H3("Checklist"), progress(task), checklist(task));
        }
        if (!task.links().isEmpty()) {
            add(new H3("Links"), links(task));
        }
        if (hasNothingToRead(task)) {
            var nothing = new Paragraph("The task has no description, fields, checklist or links of its own.");
            nothing.addClassNames("faint", "task-nothing");
            add(nothing);
        }
    }

    private static boolean hasNothingToRead(TaskContent task) {
        return task.description().isBlank()
                && task.fields().isEmpty()
                && task.checklist().isEmpty()
                && task.links().isEmpty();
    }

    private static Component fact(String name, String value) {
        var label = new Span(name);
        label.addClassName("fact-name");
        var text = new VisibleText(value);
        text.addClassName("fact-value");
        var fact = new Div(label, text);
        fact.addClassName("fact");
        return fact;
    }

    private static Component progress(TaskContent task) {
        var done = task.checklist().stream().filter(CheckItem::done).count();
        var all = task.checklist().size();
        var bar = new HtmlComponent("progress");
        bar.getElement().setAttribute("max", Integer.toString(all));
        bar.getElement().setAttribute("value", Long.toString(done));
        bar.getElement().setAttribute("aria-hidden", "true");
        var progress = new Div(bar, new Span(done == all ? "All done" : done + " of " + all + " done"));
        progress.addClassName("progress");
        return progress;
    }

    private static Component checklist(TaskContent task) {
        var list = new UnorderedList();
        list.addClassName("checklist");
        task.checklist().forEach(item -> {
            var state = new Span(item.done() ? "done: " : "open: ");
            state.addClassName("for-readers");
            var text = new VisibleText(item.text());
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

    /** Where a link leads stands beside it, because its label may say anything. */
    private static Component link(Link link) {
        var label = link.label().isBlank() ? link.url().toString() : link.label();
        return WebAddress.of(link.url())
                .<Component>map(address -> {
                    var anchor = new Anchor(address, "", AnchorTarget.BLANK);
                    anchor.getElement().setAttribute("rel", "noopener noreferrer");
                    anchor.addClassName("outside");
                    anchor.add(new VisibleText(label), new Glyph(Symbol.EXTERNAL));
                    return new Div(anchor, about(link.url().getHost()));
                })
                .orElseGet(() -> new Div(new VisibleText(label), about("not a web address: " + link.url())));
    }

    private static Component about(String text) {
        var about = new VisibleText(text);
        about.addClassNames("faint", "link-about");
        return about;
    }
}
