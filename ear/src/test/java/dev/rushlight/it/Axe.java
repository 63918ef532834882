package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks at pages and dialogs with axe, first in the dark and then, as far as colours go, in the light. Remembers what is
 * serious.
 */
final class Axe {
    private static final String DIALOG = "vaadin-dialog-overlay, vaadin-confirm-dialog-overlay";
    private static final String QUIET =
            "() => Object.values(window.Vaadin.Flow.clients).every(one => !one.isActive?.())";

    private static final String SERIOUS = """
            async ({ part, theme }) => {
              document.documentElement.setAttribute('theme', theme);
              await new Promise(done => requestAnimationFrame(done));
              const moving = document
                .getAnimations()
                .filter(one => Number.isFinite(one.effect?.getComputedTiming().endTime))
                .map(one => one.finished);
              await Promise.race([Promise.allSettled(moving), new Promise(done => setTimeout(done, 1000))]);
              const found = await axe.run(document.querySelector(part) ?? document, {
                runOnly: theme === 'dark'
                  ? { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
                  : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
                resultTypes: ['violations'],
              });
              return found.violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, nodes }) => id + ': ' + nodes.map(node => node.target.join(' ')).join(' | '));
            }""";

    private final String source = source();
    private final List<String> found = new ArrayList<>();

    void look(Visitor visitor, String what) {
        look(visitor, what, "html");
    }

    /** At the page with this address, once it is there. */
    void open(Visitor visitor, String what, String address, String sign) {
        visitor.open(address);
        assertThat(visitor.find(sign).first()).isVisible();
        look(visitor, what);
    }

    /** At what this opens; it is closed again. */
    void dialog(Visitor visitor, String what, Runnable opening) {
        opening.run();
        var overlay = visitor.find(DIALOG);
        assertThat(overlay.first()).isVisible();
        look(visitor, what, DIALOG);
        visitor.page().keyboard().press("Escape");
        assertThat(overlay).hasCount(0);
    }

    private void look(Visitor visitor, String what, String part) {
        visitor.page().waitForFunction(QUIET);
        if (!visitor.page().evaluate("typeof axe").equals("object")) {
            visitor.page().evaluate(source);
        }
        for (var theme : List.of("dark", "light")) {
            var serious = (List<?>) visitor.page().evaluate(SERIOUS, Map.of("part", part, "theme", theme));
            serious.forEach(one -> found.add("%s, %s: %s".formatted(what, theme, one)));
        }
    }

    void foundNothingSerious() {
        assertThat(found).isEmpty();
    }

    private static String source() {
        try {
            return Files.readString(FtrackJs.packages().resolve("node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
