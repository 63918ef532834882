package dev.rushlight.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** axe finds nothing serious on the pages, in the dark and in the light. */
@ExtendWith(SharedStudio.class)
class AccessibilityIT {

    private static final String SERIOUS = """
            async () => {
                const moving = document.getAnimations().map(one => one.finished);
                await Promise.race([Promise.allSettled(moving), new Promise(done => setTimeout(done, 1000))]);
                const found = await axe.run(document, {
                    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                    resultTypes: ['violations'],
                });
                return found.violations
                    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                    .map(({ id, nodes }) => id + ': ' + nodes.map(node => node.target.join(' ')).join(' | '));
            }""";

    @Test
    void noPageHasASeriousViolation(Studio studio) {
        var axe = axe();
        try (var artist = studio.artist("jo")) {
            var pages = new LinkedHashMap<String, String>();
            pages.put(
                    "a clip",
                    artist.submit(Submissions.clip("axe/clip", "Axe clip", studio.media()))
                            .getString("url"));
            pages.put(
                    "a still",
                    artist.submit(Submissions.still("axe/still", "Axe still", studio.media()))
                            .getString("url"));
            pages.put(
                    "a changeset",
                    artist.submit(Submissions.changeset("axe/rig", "Axe rig")).getString("url"));
            pages.put(
                    "a task",
                    artist.submit(Submissions.task("axe/task", "Axe task")).getString("url"));
            for (var path : List.of(
                    "",
                    "sessions",
                    "admin/policies",
                    "admin/people",
                    "admin/connections",
                    "admin/events",
                    "admin/hub-keys",
                    "admin/installation")) {
                pages.put("/" + path, studio.rushlight().url() + "/" + path);
            }
            var found = new ArrayList<String>();
            var visitor = studio.admin();
            for (var page : pages.entrySet()) {
                visitor.page().navigate(page.getValue());
                visitor.find("#user-menu").waitFor();
                visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
                visitor.page().evaluate(axe);
                for (var theme : List.of("dark", "light")) {
                    visitor.page().evaluate("theme => document.documentElement.setAttribute('theme', theme)", theme);
                    found.addAll(serious(visitor, page, theme));
                }
            }
            assertThat(found).isEmpty();
        }
    }

    private static List<String> serious(Visitor visitor, Map.Entry<String, String> page, String theme) {
        return ((List<?>) visitor.page().evaluate(SERIOUS))
                .stream()
                        .map(violation -> "%s, %s: %s".formatted(page.getKey(), theme, violation))
                        .toList();
    }

    private static String axe() {
        try {
            return Files.readString(FtrackJs.packages().resolve("node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
