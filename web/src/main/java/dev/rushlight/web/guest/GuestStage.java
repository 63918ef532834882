package dev.rushlight.web.guest;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.ContentReader;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.MediaType;
import dev.rushlight.review.TaskContent;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import dev.rushlight.web.look.WebAddress;

/** What a guest looks at. */
final class GuestStage implements ContentReader<Component> {

    private final String name;

    GuestStage(String name) {
        this.name = name;
    }

    @Override
    public Component media(MediaContent content) {
        var stage = new Div();
        stage.addClassName("guest-stage");
        content.media()
                .forEach(medium -> stage.add(WebAddress.of(medium.url())
                        .map(address -> picture(medium, address))
                        .orElseGet(() -> trouble(medium))));
        return stage;
    }

    private Component picture(Media medium, String address) {
        var video = medium.type() == MediaType.VIDEO;
        var picture = new HtmlComponent(video ? "video" : "img");
        var element = picture.getElement();
        picture.addClassName("guest-medium");
        if (video) {
            element.setAttribute("controls", true);
            element.setAttribute("preload", "metadata");
            element.setAttribute("playsinline", true);
            element.setAttribute("aria-label", name);
            medium.posterUrl().flatMap(WebAddress::of).ifPresent(poster -> element.setAttribute("poster", poster));
        } else {
            element.setAttribute("alt", name);
            element.setAttribute("decoding", "async");
        }
        if (medium.width().isPresent() && medium.height().isPresent()) {
            element.setAttribute("width", Integer.toString(medium.width().getAsInt()));
            element.setAttribute("height", Integer.toString(medium.height().getAsInt()));
        }
        element.setAttribute("src", address);
        var place = new Div(picture);
        element.addEventListener("error", failed -> {
            place.removeAll();
            place.add(trouble(medium));
        });
        return place;
    }

    private static Component trouble(Media medium) {
        return new Banner(
                Symbol.WARNING,
                Tone.CARE,
                medium.type() == MediaType.VIDEO
                        ? "The video cannot be shown here."
                        : "The image cannot be shown here.");
    }

    @Override
    public Component changeset(ChangesetContent content) {
        var sheet = sheet();
        content.changes().forEach(change -> {
            var path = new Span(change.path());
            path.addClassName("path");
            sheet.add(new Div(new Badge(Appearance.of(change.action())), path));
            change.diff().filter(text -> !text.isBlank()).ifPresent(text -> {
                var diff = new Pre(text);
                diff.addClassName("guest-diff");
                diff.getElement().setAttribute("tabindex", "0");
                sheet.add(diff);
            });
        });
        return sheet;
    }

    @Override
    public Component task(TaskContent task) {
        var sheet = sheet();
        sheet.add(new H2(task.status()));
        if (!task.description().isBlank()) {
            var words = new Paragraph(task.description());
            words.addClassName("prose");
            sheet.add(words);
        }
        var fields = new UnorderedList();
        task.fields()
                .forEach(field ->
                        fields.add(new ListItem("%s: %s → %s".formatted(field.name(), field.before(), field.after()))));
        task.checklist().forEach(item -> fields.add(new ListItem((item.done() ? "Done: " : "Open: ") + item.text())));
        sheet.add(fields);
        return sheet;
    }

    private static Div sheet() {
        var sheet = new Div();
        sheet.addClassNames("panel", "guest-sheet");
        return sheet;
    }
}
