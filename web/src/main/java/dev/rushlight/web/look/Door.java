package dev.rushlight.web.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;

/** The plain page outside the application: one card under the name of the house. */
@CssImport("./rush/door.css")
public final class Door extends Main {

    private final Div card = new Div();

    public Door() {
        addClassName("door");
        card.addClassName("door-card");
        add(new Brand(), card);
    }

    /** Shows a title, a sentence and whatever else, instead of what was shown before. */
    public void show(String title, String text, Component... content) {
        card.removeAll();
        card.add(new H1(title));
        if (!text.isEmpty()) {
            card.add(new Paragraph(text));
        }
        card.add(content);
    }
}
