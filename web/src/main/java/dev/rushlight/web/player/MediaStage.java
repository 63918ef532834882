package dev.rushlight.web.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.MediaType;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.WebAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The videos and images of a version, one at a time in the player. */
@CssImport("./rush/room/media.css")
public final class MediaStage extends Div {

    private final String name;
    private final List<Media> media;
    private final ReviewPlayer player = new ReviewPlayer();
    private final Div facts = new Div();
    private final List<NativeButton> strip = new ArrayList<>();
    private final Div ground = new Div();
    private final IntConsumer drawings;
    private Optional<String> ahead = Optional.empty();
    private int shown = -1;

    /**
     * Shows the first medium.
     *
     * @param layer of what is drawn, which lies over the picture
     * @param drawings told which medium's drawings the layer is to show
     */
    public MediaStage(String name, MediaContent content, AnnotationLayer layer, IntConsumer drawings) {
        this.name = name;
        this.drawings = drawings;
        this.media = content.media();
        addClassName("media");
        ground.addClassName("media-frame");
        facts.addClassName("media-facts");
        facts.getElement().setAttribute("slot", "facts");
        player.setId("player");
        player.add(layer);
        add(ground);
        if (media.isEmpty()) {
            ground.add(trouble("Nothing to look at", "This version came without media."));
            return;
        }
        if (media.size() > 1) {
            addClassName("media-with-strip");
            add(strip(media));
        }
        show(0);
    }

    public ReviewPlayer player() {
        return player;
    }

    /** Which medium is shown, counted from 0. */
    public int shown() {
        return shown;
    }

    /** Shows the medium that a place is on, standing still on its first frame. */
    public void show(OnFrames place) {
        if (place.media() >= media.size()) {
            return;
        }
        choose(place.media());
        player.seek(place.frames().first());
    }

    /** What will be looked at once the last medium was, to be fetched ahead. */
    public void fetchAhead(Optional<String> address) {
        ahead = address;
        player.prefetch(following(shown));
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
            button.addClickListener(click -> choose(position));
            strip.add(button);
            row.add(button);
        }
        return row;
    }

    /** What is looked at already is not begun anew. */
    private void choose(int position) {
        if (position != shown) {
            show(position);
        }
    }

    private void show(int position) {
        var medium = media.get(position);
        shown = position;
        for (var index = 0; index < strip.size(); index++) {
            strip.get(index).getElement().setAttribute("aria-pressed", Boolean.toString(index == position));
        }
        facts.removeAll();
        facts.add(new Span(MediaWords.of(medium)));
        WebAddress.of(medium.url()).ifPresentOrElse(address -> play(medium, address), () -> refuse(medium));
    }

    private void play(Media medium, String address) {
        facts.add(original(address));
        player.show(medium, shown, name);
        drawings.accept(shown);
        player.prefetch(following(shown));
        if (player.getParent().isEmpty()) {
            ground.removeAll();
            ground.add(player);
            player.add(facts);
        }
    }

    private void refuse(Media medium) {
        ground.removeAll();
        ground.add(trouble("This address is not shown", "Only http and https addresses are: " + medium.url()), facts);
    }

    private Optional<String> following(int position) {
        return position + 1 < media.size()
                ? WebAddress.of(media.get(position + 1).url())
                : ahead;
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
