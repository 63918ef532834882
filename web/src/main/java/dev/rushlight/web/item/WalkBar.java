package dev.rushlight.web.item;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import java.util.Optional;
import java.util.function.Consumer;

/** Where somebody is on their way from item to item, how much is left, and the steps to what is before and after. */
final class WalkBar extends Div {

    private final Consumer<Boolean> go;
    private final Span here = new Span();
    private Optional<Whereabouts> shown = Optional.empty();

    /** @param go told whether to go on or back */
    WalkBar(Consumer<Boolean> go) {
        this.go = go;
        addClassName("walk");
        getElement().setAttribute("role", "group");
        here.setId("left");
        here.addClassName("walk-left");
        here.getElement().setAttribute("role", "status");
        var back = step("previous-item", "Previous item", false);
        back.addClassName("walk-back");
        add(back, here, step("next-item", "Next item", true));
    }

    void show(Whereabouts news) {
        if (shown.filter(news::equals).isPresent()) {
            return;
        }
        shown = Optional.of(news);
        getElement().setAttribute("aria-label", news.through().isPresent() ? "Review session" : "Queue");
        here.removeAll();
        if (!news.number().isEmpty()) {
            here.add(new Span(news.number()));
        }
        news.through().ifPresent(through -> {
            var link = new Anchor(Pages.reviewSession(through.id()), through.name());
            link.setTitle(through.name());
            link.addClassName("walk-session");
            here.add(link);
        });
        if (!news.left().isEmpty()) {
            here.add(new Span(news.left()));
        }
    }

    private Button step(String id, String words, boolean forward) {
        var button = new Button(new Glyph(Symbol.NEXT), click -> go.accept(forward));
        button.setId(id);
        button.setAriaLabel(words);
        button.getElement().setAttribute("data-action", id);
        button.getElement().setAttribute("title", words);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        return button;
    }
}
