package dev.rushlight.web.item;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.review.Change;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;

/** The files of a changeset, each with its diff when one was given. */
final class ChangesetStage extends Div {

    private static final int LINES_OPEN_AT_ONCE = 800;

    private int open;

    ChangesetStage(ChangesetContent content) {
        addClassNames("sheet", "changeset");
        var files = content.changes().size();
        var heading = new Div(files == 1 ? "1 file" : files + " files");
        heading.addClassName("sheet-heading");
        add(heading);
        content.changes().forEach(change -> add(file(change)));
    }

    private Component file(Change change) {
        var head = new Div(new Badge(Appearance.of(change.action())), path(change));
        head.addClassName("file-head");
        if (change.diff().filter(text -> !text.isBlank()).isEmpty()) {
            var without = new Span("no diff given");
            without.addClassName("faint");
            head.add(without);
            head.addClassNames("file", "file-closed");
            return head;
        }
        var diff = UnifiedDiff.parse(change.diff().orElseThrow());
        head.add(DiffView.size(diff));
        var file = new NativeDetails();
        file.addClassName("file");
        file.setSummary(head);
        open += diff.lines();
        if (open <= LINES_OPEN_AT_ONCE) {
            file.setOpen(true);
            file.setContent(new DiffView(diff));
        } else {
            file.setContent(new Paragraph("…"));
            file.addToggleListener(toggle -> {
                if (toggle.isOpened() && !(file.getContent() instanceof DiffView)) {
                    file.setContent(new DiffView(diff));
                }
            });
        }
        return file;
    }

    private static Component path(Change change) {
        var path = new Span();
        path.addClassName("path");
        change.oldPath().filter(old -> !old.equals(change.path())).ifPresent(old -> {
            var before = new Span(old + " → ");
            before.addClassName("faint");
            path.add(before);
        });
        path.add(new Span(change.path()));
        return path;
    }
}
