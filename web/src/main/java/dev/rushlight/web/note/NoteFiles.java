package dev.rushlight.web.note;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rushlight.feedback.AttachmentDetail;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The files beside a note: pictures are shown small, anything else by its name and size. */
final class NoteFiles extends UnorderedList {

    /**
     * @param address where each file is read
     * @param removed told of files whose button to remove them was pressed; without it there is no such button
     */
    NoteFiles(
            Function<AttachmentId, String> address,
            List<AttachmentDetail> files,
            Optional<Consumer<AttachmentId>> removed) {
        addClassName("note-files");
        for (var file : files) {
            var line = new ListItem(
                    isPicture(file) ? picture(address.apply(file.id()), file) : named(address.apply(file.id()), file));
            removed.ifPresent(listener -> line.add(remove(file, listener)));
            add(line);
        }
    }

    /** Only what the server could read as a picture of a known size is put on the page as one. */
    private static boolean isPicture(AttachmentDetail file) {
        return file.contentType().startsWith("image/") && file.width().isPresent();
    }

    private static Component picture(String address, AttachmentDetail file) {
        var image = new HtmlComponent("img");
        image.getElement()
                .setAttribute("src", address)
                .setAttribute("alt", file.name())
                .setAttribute("loading", "lazy")
                .setAttribute("decoding", "async");
        var link = new Anchor(address, "", AnchorTarget.BLANK);
        link.addClassName("note-picture");
        link.setRouterIgnore(true);
        link.setTitle("%s, %s".formatted(file.name(), size(file.size())));
        link.add(image);
        return link;
    }

    private static Component named(String address, AttachmentDetail file) {
        var link = new Anchor(address, "");
        link.addClassName("note-file");
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", file.name());
        var name = new Span(file.name());
        name.addClassName("note-file-name");
        var size = new Span(size(file.size()));
        size.addClassName("faint");
        link.add(new Glyph(Symbol.ATTACH), name, size);
        return link;
    }

    private static Component remove(AttachmentDetail file, Consumer<AttachmentId> removed) {
        var button = new NativeButton("", click -> removed.accept(file.id()));
        button.addClassNames("note-icon-button", "note-file-remove");
        button.add(new Glyph(Symbol.REJECT));
        button.getElement().setAttribute("aria-label", "Remove " + file.name());
        button.setTitle("Remove");
        return button;
    }

    /** Such as "812 B", "34 kB" or "2.1 MB". */
    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        if (bytes < 1024 * 1024) {
            return "%d kB".formatted(Math.round(bytes / 1024.0));
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }
}
