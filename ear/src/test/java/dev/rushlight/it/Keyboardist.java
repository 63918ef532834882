package dev.rushlight.it;

import com.microsoft.playwright.Keyboard;

/** Somebody who has no mouse: all that they do to a page they do by keys. */
final class Keyboardist {

    private static final int FARTHEST = 120;

    /** Whether the element that has the keyboard, or one around it, is the one that is meant. */
    private static final String IS_AT = """
            selector => {
              let element = document.activeElement;
              while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
              for (; element; element = element.assignedSlot ?? element.parentElement ?? element.getRootNode().host) {
                if (element.matches(selector)) return true;
              }
              return false;
            }""";

    private final Visitor visitor;
    private final Keyboard keyboard;

    Keyboardist(Visitor visitor) {
        this.visitor = visitor;
        this.keyboard = visitor.page().keyboard();
    }

    Keyboardist press(String... keys) {
        for (var key : keys) {
            keyboard.press(key);
        }
        return this;
    }

    Keyboardist type(String words) {
        keyboard.type(words);
        return this;
    }

    /** Goes on from control to control until the keyboard is there. */
    Keyboardist tabTo(String selector) {
        for (var tabs = 0; tabs < FARTHEST; tabs++) {
            if (isAt(selector)) {
                return this;
            }
            keyboard.press("Tab");
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    /** Waits until the keyboard is there by itself. */
    Keyboardist isLedTo(String selector) {
        Eventually.holds("the keyboard is at " + selector, Eventually.PATIENCE, () -> isAt(selector));
        return this;
    }

    private boolean isAt(String selector) {
        return (boolean) visitor.page().evaluate(IS_AT, selector);
    }
}
