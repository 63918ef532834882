package dev.rushlight.web.guest;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.reviewsession.GuestItemSummary;
import dev.rushlight.reviewsession.GuestWay;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the guest is among the items, and the steps to those before and after. The steps stay where they are at the first
 * and the last item, too, so that whoever goes by keyboard does not lose their place.
 */
final class GuestWayBar extends Nav {

    private final Button previous = step("previous-item", "Previous", false);
    private final Span here = new Span();
    private final Button next = step("next-item", "Next", true);
    private Consumer<Boolean> go = forward -> {};

    GuestWayBar() {
        addClassName("guest-way");
        setAriaLabel("Items");
        add(previous, here, next);
    }

    /** @param go told whether to go on or back */
    void show(GuestWay way, Consumer<Boolean> go) {
        this.go = go;
        setVisible(true);
        here.setText("%d of %d".formatted(way.number(), way.items()));
        lead(previous, way.previous(), way.items() > 1);
        lead(next, way.next(), way.items() > 1);
    }

    private static void lead(Button step, Optional<GuestItemSummary> to, boolean hasOthers) {
        step.setVisible(hasOthers);
        step.setClassName("at-end", to.isEmpty());
        step.getElement().setAttribute("title", to.map(GuestItemSummary::name).orElse("There is no other one"));
    }

    private Button step(String id, String words, boolean forward) {
        var button = new Button(words, click -> go.accept(forward));
        button.setId(id);
        button.getElement().setAttribute("data-action", id);
        return button;
    }
}
