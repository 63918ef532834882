package dev.rushlight.web.item;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.shared.Registration;
import java.util.Locale;

/** Brings what a list does not show at first, and says how much that is. */
final class Further extends Button {

    private final String what;
    private final int atATime;
    private Registration asked = () -> {};

    Further(String id, String what, int atATime) {
        this.what = what;
        this.atATime = atATime;
        setId(id);
        addThemeNames("tertiary", "small");
        setVisible(false);
    }

    /**
     * @param left how many are not shown yet; none hides the button
     * @param bring shows more of them
     */
    void show(int left, Runnable bring) {
        asked.remove();
        asked = addClickListener(click -> bring.run());
        setVisible(left > 0);
        setText(
                left > atATime
                        ? String.format(Locale.ROOT, "%s (%d of %,d)", what, atATime, left)
                        : "%s (%d)".formatted(what, left));
    }
}
