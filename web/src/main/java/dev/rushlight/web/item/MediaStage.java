package dev.rushlight.web.item;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.MediaType;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.WebAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The videos and images of a version, one at a time on a dark neutral ground. */
final class MediaStage extends Div {

    private final String name;
    private final Div frame = new Div();
    private final Div facts = new Div();
    private final List<NativeButton> strip = new ArrayList<>();

    MediaStage(String name, MediaContent content) {
        this.name = name;
        addClassName("media");
        frame.addClassName("media-frame");
        facts.addClassName("media-facts");
        add(frame, facts);
        if (content.media().isEmpty()) {
            frame.add(trouble("Nothing to look at", "This version came without media."));
            return;
        }
        if (content.media().size() > 1) {
            add(strip(content.media()));
        }
        show(content.media().get(0), 0);
    }

    private Component strip(List<Media> all) {
        var row = new Div();
        row.addClassName("media-strip");
        for (var index = 0; index < all.size(); index++) {
            var medium = all.get(index);
            var position = index;
            var button = new NativeButton();
            button.addClassName("media-choice");
            button.getElement().setAttribute("aria-label", "Medium %d of %d".formatted(index + 1, all.size()));
            medium.posterUrl()
                    .or(() -> medium.type() == MediaType.IMAGE ? Optional.of(medium.url()) : Optional.empty())
                    .flatMap(WebAddress::of)
                    .map(MediaStage::thumb)
                    .ifPresentOrElse(button::add, () -> button.add(new Glyph(Symbol.ASSET)));
            button.add(new Span(Integer.toString(index + 1)));
            button.addClickListener(click -> show(medium, position));
            strip.add(button);
            row.add(button);
        }
        return row;
    }

    private void show(Media medium, int position) {
        for (var index = 0; index < strip.size(); index++) {
            strip.get(index).getElement().setAttribute("aria-pressed", Boolean.toString(index == position));
        }
        frame.removeAll();
        frame.add(WebAddress.of(medium.url())
                .map(address -> picture(medium, address))
                .orElseGet(() ->
                        trouble("This address is not shown", "Only http and https addresses are: " + medium.url())));
        facts.removeAll();
        facts.add(new Span(MediaWords.of(medium)));
        WebAddress.of(medium.url()).ifPresent(address -> facts.add(original(address)));
    }

    private Component picture(Media medium, String address) {
        var video = medium.type() == MediaType.VIDEO;
        var picture = new HtmlComponent(video ? "video" : "img");
        var element = picture.getElement();
        picture.setId("medium");
        picture.addClassName("medium");
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
        element.addEventListener("error", failed -> explain(medium));
        return picture;
    }

    /** The medium could not be loaded: the last known poster stays, and everything beside it goes on working. */
    private void explain(Media medium) {
        frame.removeAll();
        medium.posterUrl().flatMap(WebAddress::of).ifPresent(poster -> {
            var still = thumb(poster);
            still.addClassName("medium");
            frame.add(still);
        });
        frame.add(trouble(
                medium.type() == MediaType.VIDEO ? "The video cannot be shown" : "The image cannot be shown",
                "Its server does not answer from here, or this browser does not know the format."
                        + " You can still read, vote and look at other versions."));
    }

    private static Component trouble(String title, String text) {
        var head = new Div(new Glyph(Symbol.WARNING), new Span(title));
        head.addClassName("media-trouble-head");
        var trouble = new Div(head, new Paragraph(text));
        trouble.addClassName("media-trouble");
        trouble.getElement().setAttribute("role", "status");
        return trouble;
    }

    private static HtmlComponent thumb(String address) {
        var image = new HtmlComponent("img");
        image.getElement().setAttribute("src", address);
        image.getElement().setAttribute("alt", "");
        return image;
    }

    private static Component original(String address) {
        var anchor = new Anchor(address, "", AnchorTarget.BLANK);
        anchor.getElement().setAttribute("rel", "noopener noreferrer");
        anchor.addClassName("outside");
        anchor.add(new Span("Open original"), new Glyph(Symbol.EXTERNAL));
        return anchor;
    }
}
