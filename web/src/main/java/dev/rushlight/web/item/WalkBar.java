package dev.rushlight.web.item;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.review.QueueCount;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;

/** How much is left in the part of the queue that somebody came from, and the steps to what is before and after. */
final class WalkBar extends Div {

    private final Walk walk;
    private final Room room;
    private final Span left = new Span();

    WalkBar(Walk walk, Room room) {
        this.walk = walk;
        this.room = room;
        addClassName("walk");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Queue");
        left.setId("left");
        left.addClassName("walk-left");
        left.getElement().setAttribute("role", "status");
        var back = step("previous-item", "Previous item", false);
        back.addClassName("walk-back");
        add(back, left, step("next-item", "Next item", true));
    }

    void show() {
        left.setText(words(walk.left(), room.from().tab()));
    }

    void go(boolean forward) {
        var other = forward ? walk.next() : walk.previous();
        other.map(ReviewItemSummary::id)
                .ifPresentOrElse(
                        room::open,
                        () -> Toast.show(
                                Symbol.QUEUE,
                                Tone.QUIET,
                                forward ? "There is no other item here." : "This is the first one here."));
    }

    private Button step(String id, String words, boolean forward) {
        var button = new Button(new Glyph(Symbol.NEXT), click -> go(forward));
        button.setId(id);
        button.setAriaLabel(words);
        button.getElement().setAttribute("data-action", id);
        button.getElement().setAttribute("title", words);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        return button;
    }

    private static String words(QueueCount count, QueueTab tab) {
        var number = Math.min(count.items(), Walk.COUNTED - 1) + (count.isExact() ? "" : "+");
        if (tab != QueueTab.NEEDS_ME) {
            return count.items() == 1 ? "1 item" : number + " items";
        }
        return count.items() == 0 ? "Nothing waits for you" : number + " left";
    }
}
