package dev.rushlight.web.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The name of the house beside its flame. */
public final class Brand extends Div {

    public Brand() {
        addClassName("brand");
        var flame = new Span();
        flame.addClassName("flame");
        flame.getElement().setAttribute("aria-hidden", "true");
        add(flame, new Span("Rushlight"));
    }
}
