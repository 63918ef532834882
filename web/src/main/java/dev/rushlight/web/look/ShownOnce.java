package dev.rushlight.web.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A secret that can be read now and never again; closing the dialog by a slip is not possible. */
public final class ShownOnce extends Dialog {

    public ShownOnce(String title, String text, String... secrets) {
        setHeaderTitle(title);
        setWidth("36rem");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        var content = new Div(new Paragraph(text));
        content.addClassName("shown-once");
        for (var secret : secrets) {
            content.add(new CopyText(secret));
        }
        add(content);
        var done = new Button("I have it", click -> close());
        done.setId("done");
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
    }
}
