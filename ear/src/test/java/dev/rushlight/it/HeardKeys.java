package dev.rushlight.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.rushlight.keyboard.Chord;
import dev.rushlight.keyboard.KeyPreset;
import java.util.List;
import java.util.Map;

/** What the page of an item makes of keys; the actions are written down and go no further. */
final class HeardKeys {
    private static final String LISTEN = """
            () => {
              window.heard = [];
              window.addEventListener('room-action', (event) => {
                window.heard.push(event.detail.action);
                event.stopImmediatePropagation();
              }, true);
            }""";

    private static final String FORGET = "() => { const heard = window.heard; window.heard = []; return heard; }";

    private static final String DISPATCH = """
            (key) => document.body.dispatchEvent(
                new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...key }))""";

    private static final String ADD = """
            (markup) => {
              const element = document.createElement(markup.tag);
              for (const [name, value] of Object.entries(markup.attributes)) element.setAttribute(name, value);
              element.id = 'probe';
              document.body.prepend(element);
            }""";

    private static final String ADD_INSIDE = """
            () => {
              const host = document.createElement('div');
              host.id = 'probe';
              document.body.prepend(host);
              const field = document.createElement('input');
              host.attachShadow({ mode: 'open' }).append(field);
              field.focus();
            }""";

    private static final String REMOVE = "() => document.getElementById('probe')?.remove()";

    private final Visitor visitor;
    private final Page page;

    HeardKeys(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
        page.waitForSelector(
                "review-keys[serves*=approve]",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        page.evaluate(LISTEN);
    }

    /** Chooses a preset as people do. */
    HeardKeys choose(KeyPreset preset) {
        openDialog();
        visitor.click("#keys-preset");
        visitor.click("vaadin-select-item[role=option]:has-text('%s')".formatted(preset.words()));
        return closeDialog();
    }

    /** What does this action when it is clicked. */
    Locator button(String action) {
        return page.locator("button[data-action=%1$s], vaadin-button[data-action=%1$s]".formatted(action));
    }

    HeardKeys openDialog() {
        visitor.click("#user-menu vaadin-menu-bar-button >> nth=0");
        visitor.click("#change-keys");
        page.waitForSelector("#keys-of-approve");
        return this;
    }

    HeardKeys closeDialog() {
        page.locator("vaadin-dialog-overlay vaadin-button:has-text('Close')").click();
        page.waitForSelector(
                "vaadin-dialog-overlay", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    /** Puts another element on the page and focuses it. */
    HeardKeys at(String tag, Map<String, String> attributes) {
        page.evaluate(REMOVE);
        page.evaluate(ADD, Map.of("tag", tag, "attributes", attributes));
        page.locator("#probe").focus();
        return this;
    }

    /** Puts a field inside another element on the page and focuses it. */
    HeardKeys insideAShadow() {
        page.evaluate(REMOVE);
        page.evaluate(ADD_INSIDE);
        return this;
    }

    HeardKeys nowhere() {
        page.evaluate("() => document.activeElement?.blur()");
        return this;
    }

    /** What came of a key that was really pressed. */
    List<?> press(Chord chord) {
        page.keyboard().press(chord.toString().replace("Ctrl+", "Control+"));
        return forget();
    }

    /** What came of an event as another keyboard sends it. */
    List<?> receive(Map<String, Object> event) {
        page.evaluate(DISPATCH, event);
        return forget();
    }

    private List<?> forget() {
        return (List<?>) page.evaluate(FORGET);
    }
}
