package dev.rushlight.web.keyboard;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import dev.rushlight.keyboard.Chord;
import dev.rushlight.keyboard.KeyAction;
import dev.rushlight.keyboard.KeyPreset;
import dev.rushlight.keyboard.Keyboard;
import dev.rushlight.people.Role;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.MemoryKeyboards;
import dev.rushlight.web.testing.Somebody;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysDialogTest {

    private final Browser browser = new Browser();
    private final Somebody maria = Somebody.as(Role.VIEWER);
    private final MemoryKeyboards desk = new MemoryKeyboards();
    private final PersonalKeys personal = new PersonalKeys(desk, maria);

    @BeforeEach
    void open() {
        browser.with(Page.class, () -> new Page(personal)).open();
        browser.go("page");
        personal.show();
        ComponentUtil.fireEvent(personal, new PersonalKeys.ChangeWanted(personal, true));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void everyActionHasALineWithItsKeys() {
        assertThat(_find(KeyLine.class))
                .extracting(line -> line.getId().orElseThrow())
                .hasSameSizeAs(KeyAction.values())
                .contains("keys-of-approve", "keys-of-play-pause");
        assertThat(keys(KeyAction.MARK_IN)).containsExactly("I", "[");
    }

    @Test
    void aFreeKeyIsTakenAtOnceAndHoldsOnTheOpenPage() {
        press(KeyAction.APPROVE, "F2");

        assertThat(keys(KeyAction.APPROVE)).containsExactly("Shift+A", "F2");
        assertThat(kept().chords(KeyAction.APPROVE)).contains(Chord.of("F2"));
        assertThat(personal.getElement().getAttribute("bindings")).contains("\"chords\":[\"Shift+A\",\"F2\"]");
    }

    @Test
    void aKeyOfAnotherActionIsTakenOnlyWhenAsked() {
        press(KeyAction.APPROVE, "K");
        assertThat(line(KeyAction.APPROVE).getElement().getTextRecursively()).contains("K does “Stop” now.");
        assertThat(kept().chords(KeyAction.STOP)).containsExactly(Chord.of("K"));

        _click(_get(Button.class, spec -> spec.withId("take-key")));

        assertThat(keys(KeyAction.STOP)).isEmpty();
        assertThat(keys(KeyAction.APPROVE)).containsExactly("Shift+A", "K");
    }

    @Test
    void aKeyOfAnotherActionCanBeLeftThere() {
        press(KeyAction.APPROVE, "K");
        _click(_get(Button.class, spec -> spec.withText("Leave it")));

        assertThat(kept()).isEqualTo(Keyboard.of(KeyPreset.RUSHLIGHT));
        assertThat(_find(Button.class, spec -> spec.withId("take-key"))).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsSaidOnTheLine() {
        press(KeyAction.APPROVE, "Ctrl+W");
        assertThat(line(KeyAction.APPROVE).getElement().getTextRecursively())
                .contains("Ctrl+W belongs to the browser and cannot be used.");
        press(KeyAction.APPROVE, "<img>");
        assertThat(line(KeyAction.APPROVE).getElement().getTextRecursively())
                .contains("“<img>” is no key that can be used.");
        assertThat(kept()).isEqualTo(Keyboard.of(KeyPreset.RUSHLIGHT));
    }

    @Test
    void aKeyIsTakenAwayAndComesBackWithThePreset() {
        click(KeyAction.STOP, "Take K away from “Stop”");
        assertThat(keys(KeyAction.STOP)).isEmpty();

        click(KeyAction.STOP, "“Stop” as in the preset");
        assertThat(keys(KeyAction.STOP)).containsExactly("K");
    }

    @Test
    void everythingIsResetTogether() {
        press(KeyAction.APPROVE, "F2");
        press(KeyAction.REJECT, "F3");
        _click(_get(Button.class, spec -> spec.withId("keys-reset")));

        assertThat(kept()).isEqualTo(Keyboard.of(KeyPreset.RUSHLIGHT));
        assertThat(keys(KeyAction.APPROVE)).containsExactly("Shift+A");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void anotherPresetHoldsAtOnce() {
        _setValue((Select<KeyPreset>) _get(Select.class, spec -> spec.withId("keys-preset")), KeyPreset.RV);

        assertThat(keys(KeyAction.MARK_IN)).containsExactly("[", "I");
        assertThat(kept().preset()).isEqualTo(KeyPreset.RV);
    }

    @Test
    void typedKeysAreShownAsOff() {
        _setValue(_get(Checkbox.class, spec -> spec.withId("keys-typed")), false);

        assertThat(kept().typed()).isFalse();
        assertThat(personal.getElement().hasAttribute("typed-off")).isTrue();
        assertThat(line(KeyAction.APPROVE)
                        .getElement()
                        .getChild(1)
                        .getChild(0)
                        .getClassList()
                        .contains("off"))
                .isTrue();
    }

    private Keyboard kept() {
        return desk.of(maria.require());
    }

    private static KeyLine line(KeyAction action) {
        return _get(KeyLine.class, spec -> spec.withId("keys-of-" + action.id()));
    }

    private static List<String> keys(KeyAction action) {
        return _find(line(action), KeyChord.class).stream()
                .map(key -> key.getElement().getAttribute("chord"))
                .toList();
    }

    private static void click(KeyAction action, String label) {
        _click(_find(line(action), NativeButton.class).stream()
                .filter(button -> label.equals(button.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow());
    }

    private static void press(KeyAction action, String chord) {
        click(action, "Add a key for “%s”".formatted(action.words()));
        var capture = _get(line(action), KeyCapture.class);
        ComponentUtil.fireEvent(capture, new KeyCapture.Pressed(capture, true, chord));
    }

    /** Some page. */
    @Route("page")
    public static class Page extends Div {

        Page(Component... content) {
            super(content);
        }
    }
}
