package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.keyboard.Chord;
import dev.rushlight.keyboard.KeyAction;
import dev.rushlight.keyboard.KeyPreset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every key of every preset in a real browser on the real page, and the places where keys do nothing. */
@ExtendWith(SharedStudio.class)
class KeysIT {

    private static final Map<String, Map<String, String>> TYPING = Map.of(
            "input", Map.of(),
            "textarea", Map.of(),
            "select", Map.of(),
            "p", Map.of("contenteditable", "true"),
            "div", Map.of("role", "textbox", "tabindex", "0"));

    @ParameterizedTest
    @EnumSource(KeyPreset.class)
    void everyKeyOfEveryPresetDoesItsAction(KeyPreset preset, Studio studio) {
        var keys = onAnItem(studio).choose(preset).nowhere();
        var done = EnumSet.noneOf(KeyAction.class);
        var soft = new SoftAssertions();
        for (var action : KeyAction.values()) {
            for (var chord : preset.chords(action)) {
                soft.assertThat(keys.press(chord)).as("%s in %s", chord, preset).isEqualTo(List.of(action.id()));
                done.add(action);
            }
        }
        keys.choose(KeyPreset.RUSHLIGHT);
        soft.assertAll();
        assertThat(done).containsExactly(KeyAction.values());
    }

    @Test
    void nothingHappensWhileSomebodyTypes(Studio studio) {
        var keys = onAnItem(studio);
        var soft = new SoftAssertions();
        TYPING.forEach((tag, attributes) -> {
            for (var action : KeyAction.values()) {
                var chord = KeyPreset.RUSHLIGHT.chords(action).get(0);
                soft.assertThat(keys.at(tag, attributes).press(chord))
                        .as("%s in %s", chord, tag)
                        .isEmpty();
            }
        });
        for (var action : KeyAction.values()) {
            var chord = KeyPreset.RUSHLIGHT.chords(action).get(0);
            soft.assertThat(keys.insideAShadow().press(chord))
                    .as("%s inside", chord)
                    .isEmpty();
        }
        soft.assertAll();
    }

    @Test
    void nothingHappensBehindADialog(Studio studio) {
        var keys = onAnItem(studio).openDialog();
        for (var action : KeyAction.values()) {
            assertThat(keys.nowhere().press(KeyPreset.RUSHLIGHT.chords(action).get(0)))
                    .as(action.id())
                    .isEmpty();
        }
        keys.closeDialog();
    }

    @Test
    void controlsKeepTheKeysThatTheyWorkWith(Studio studio) {
        var keys = onAnItem(studio);
        assertThat(keys.at("button", Map.of()).press(Chord.of("Space"))).isEmpty();
        assertThat(keys.at("button", Map.of()).press(Chord.of("K"))).isEqualTo(List.of("stop"));
        assertThat(keys.at("input", Map.of("type", "range")).press(Chord.of("ArrowLeft")))
                .isEmpty();
        assertThat(keys.at("input", Map.of("type", "range")).press(Chord.of("Shift+ArrowLeft")))
                .isEmpty();
        assertThat(keys.at("input", Map.of("type", "range")).press(Chord.of("L")))
                .isEqualTo(List.of("forward"));
        assertThat(keys.at("input", Map.of("type", "checkbox")).press(Chord.of("Space")))
                .isEmpty();
        assertThat(keys.at("div", Map.of("role", "slider", "tabindex", "0")).press(Chord.of("Home")))
                .isEmpty();
        assertThat(keys.at("div", Map.of("tabindex", "0", "data-own-keys", "D")).press(Chord.of("D")))
                .isEmpty();
    }

    @Test
    void keyboardsAreReadByWhatTheyWrite(Studio studio) {
        var keys = onAnItem(studio).nowhere();
        var events = new LinkedHashMap<Map<String, Object>, List<String>>();
        events.put(Map.of("key", "A", "code", "KeyQ", "shiftKey", true), List.of("approve")); // AZERTY
        events.put(Map.of("key", "z", "code", "KeyY", "ctrlKey", true), List.of("undo")); // QWERTZ
        events.put(Map.of("key", "л", "code", "KeyK"), List.of("stop")); // Cyrillic
        events.put(Map.of("key", "?", "code", "Minus", "shiftKey", true), List.of("help"));
        events.put(Map.of("key", "/", "code", "Digit7", "shiftKey", true, "ctrlKey", true), List.of("help"));
        events.put(Map.of("key", "[", "code", "Digit8", "modifierAltGraph", true), List.of("mark-in"));
        events.put(Map.of("key", "¢", "code", "KeyC", "modifierAltGraph", true), List.of());
        events.put(Map.of("key", "Dead", "code", "Backquote"), List.of("fullscreen"));
        events.put(Map.of("key", "K", "code", "KeyK"), List.of("stop")); // Caps Lock
        events.put(Map.of("key", "k", "code", "KeyK", "metaKey", true), List.of());
        events.put(Map.of("key", "k", "code", "KeyK", "altKey", true), List.of());
        events.put(Map.of("key", "k", "code", "KeyK", "isComposing", true), List.of());
        events.put(Map.of("key", "Process", "code", "KeyK", "keyCode", 229), List.of());
        events.put(Map.of("key", "ArrowRight", "code", "ArrowRight", "repeat", true), List.of("step-forward"));
        events.put(Map.of("key", "A", "code", "KeyA", "shiftKey", true, "repeat", true), List.of());
        var soft = new SoftAssertions();
        events.forEach((event, actions) ->
                soft.assertThat(keys.receive(event)).as("%s", event).isEqualTo(actions));
        soft.assertAll();
    }

    @Test
    void tooltipsNameTheKeysThatWorkNow(Studio studio) {
        var keys = onAnItem(studio);
        assertThat(keys.button("play-pause")).hasAttribute("title", "Play (Space)");
        assertThat(keys.button("mark-in")).hasAttribute("title", "Mark the first frame of a range (I)");
        assertThat(keys.button("draw")).hasAttribute("title", "Draw on the picture (D)");
        assertThat(keys.button("approve")).hasAttribute("title", "Approve (Shift+A)");

        keys.choose(KeyPreset.SYNCSKETCH);
        assertThat(keys.button("mark-in")).hasAttribute("title", "Mark the first frame of a range (,)");
        assertThat(keys.button("mark-in")).hasAttribute("aria-keyshortcuts", ", I [");
        assertThat(keys.button("loop")).hasAttribute("title", "Play in a loop (Ctrl+L)");

        keys.choose(KeyPreset.RUSHLIGHT);
        assertThat(keys.button("loop")).hasAttribute("title", "Play in a loop (Shift+L)");
    }

    @Test
    void theListOfKeysIsOnEveryPageAndIsSearched(Studio studio) {
        var maria = studio.admin();
        maria.page().keyboard().press("?");
        assertThat(maria.find("key-help dt")).containsText(new String[] {"Search", "Choose an item", "Open it"});
        maria.find("key-help input").fill("shift+a");
        assertThat(maria.find("key-help dt")).hasCount(0);
        maria.page().keyboard().press("Escape");
        assertThat(maria.find("key-help")).hasCount(0);
    }

    @Test
    void arrowsAndEnterOpenAnItemOfTheQueue(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.task("keys/queue", "Keys queue"));
        }
        var maria = studio.admin();
        assertThat(maria.rows("Keys queue")).isVisible();
        Stream.of("ArrowDown", "Enter").forEach(maria.page().keyboard()::press);
        assertThat(maria.find("h1")).hasText("Keys queue");
    }

    private static HeardKeys onAnItem(Studio studio) {
        var maria = studio.admin();
        try (var artist = studio.artist("jo")) {
            var clip = artist.submit(Submissions.clip("keys/comp", "Keys comp", studio.media()));
            ItemPage.open(maria, clip.getString("url"));
        }
        return new HeardKeys(maria);
    }
}
