package dev.rushlight.web.look;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.review.Kind;
import java.net.URI;
import java.util.Optional;

/** A small picture of a version; without one, or if it does not load, the symbol of its kind. */
public final class Thumb extends Span {

    public Thumb(Optional<URI> poster, Kind kind) {
        addClassName("thumb");
        var symbol = new Glyph(Appearance.of(kind).symbol());
        poster.flatMap(WebAddress::of).ifPresent(address -> {
            var image = new HtmlComponent("img");
            image.getElement()
                    .setAttribute("src", address)
                    .setAttribute("alt", "")
                    .setAttribute("loading", "lazy")
                    .addEventListener("error", failed -> image.setVisible(false));
            add(image);
        });
        add(symbol);
    }
}
