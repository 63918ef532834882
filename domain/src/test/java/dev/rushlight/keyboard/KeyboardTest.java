package dev.rushlight.keyboard;

import static dev.rushlight.keyboard.KeyAction.APPROVE;
import static dev.rushlight.keyboard.KeyAction.LOOP;
import static dev.rushlight.keyboard.KeyAction.MARK_IN;
import static dev.rushlight.keyboard.KeyAction.REJECT;
import static dev.rushlight.keyboard.KeyAction.STOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyboardTest {

    private static final Keyboard RUSHLIGHT = Keyboard.of(KeyPreset.RUSHLIGHT);

    @Test
    void theActionsAreThoseThatThePageListensFor() {
        assertThat(KeyAction.values())
                .extracting(KeyAction::id)
                .containsExactlyInAnyOrder(
                        ("play-pause stop forward reverse step-forward step-back ten-forward ten-back first last mark-in"
                                        + " mark-out clear-range loop previous-note next-note note draw undo redo"
                                        + " hide-annotations fit actual-size go-to previous-item next-item mute fullscreen"
                                        + " approve approve-with-notes request-changes reject abstain undo-last help")
                                .split(" "));
    }

    @ParameterizedTest
    @EnumSource(KeyPreset.class)
    void everyPresetHasAKeyForEveryActionAndNoneForTwo(KeyPreset preset) {
        var holders = new HashMap<Chord, KeyAction>();
        for (var action : KeyAction.values()) {
            assertThat(preset.chords(action)).as(action.id()).isNotEmpty().hasSizeLessThanOrEqualTo(4);
            for (var chord : preset.chords(action)) {
                assertThat(holders.put(chord, action)).as("%s", chord).isNull();
                assertThat(chord.isReserved()).as("%s", chord).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(KeyPreset.class)
    void rangesAreMarkedWithLettersAndWithBrackets(KeyPreset preset) {
        assertThat(preset.chords(MARK_IN)).contains(Chord.of("I"), Chord.of("["));
        assertThat(preset.chords(KeyAction.MARK_OUT)).contains(Chord.of("O"), Chord.of("]"));
    }

    @Test
    void anActionCanHaveOneMoreKey() {
        var keyboard = RUSHLIGHT.with(APPROVE, Chord.of("F2"));
        assertThat(keyboard.chords(APPROVE)).containsExactly(Chord.of("Shift+A"), Chord.of("F2"));
        assertThat(keyboard.isOwn(APPROVE)).isTrue();
        assertThat(keyboard.holder(Chord.of("F2"))).contains(APPROVE);
    }

    @Test
    void aKeyThatIsTakenLeavesThePreset() {
        var keyboard = RUSHLIGHT.with(APPROVE, Chord.of("K"));
        assertThat(keyboard.holder(Chord.of("K"))).contains(APPROVE);
        assertThat(keyboard.chords(STOP)).isEmpty();
        assertThat(keyboard.isOwn(STOP)).isFalse();
        assertThat(keyboard.reset(APPROVE)).isEqualTo(RUSHLIGHT);
    }

    @Test
    void aKeyThatIsTakenLeavesWhoeverWasGivenIt() {
        var keyboard = RUSHLIGHT.with(APPROVE, Chord.of("F2")).with(REJECT, Chord.of("F2"));
        assertThat(keyboard.chords(APPROVE)).containsExactly(Chord.of("Shift+A"));
        assertThat(keyboard.chords(REJECT)).containsExactly(Chord.of("Shift+X"), Chord.of("F2"));
    }

    @Test
    void anActionCanGoWithoutKeys() {
        var keyboard = RUSHLIGHT.without(STOP, Chord.of("K"));
        assertThat(keyboard.chords(STOP)).isEmpty();
        assertThat(keyboard.isOwn(STOP)).isTrue();
        assertThat(keyboard.reset(STOP)).isEqualTo(RUSHLIGHT);
    }

    @Test
    void ownKeysOutliveAnotherPreset() {
        var keyboard = RUSHLIGHT.with(APPROVE, Chord.of("S")).on(KeyPreset.SYNCSKETCH);
        assertThat(keyboard.chords(APPROVE)).contains(Chord.of("S"));
        assertThat(keyboard.chords(STOP)).isEmpty();
        assertThat(keyboard.chords(KeyAction.PLAY_PAUSE)).containsExactly(Chord.of("Space"), Chord.of("K"));
        assertThat(keyboard.reset()).isEqualTo(Keyboard.of(KeyPreset.SYNCSKETCH));
    }

    @Test
    void typedKeysCanBeSwitchedOff() {
        var keyboard = RUSHLIGHT.typed(false);
        assertThat(keyboard.working(APPROVE)).isEmpty();
        assertThat(keyboard.working(LOOP)).containsExactly(Chord.of("Ctrl+L"));
        assertThat(keyboard.working(KeyAction.HELP)).containsExactly(Chord.of("Ctrl+/"));
        assertThat(keyboard.chords(APPROVE)).isEqualTo(RUSHLIGHT.chords(APPROVE));
    }

    @Test
    void oneKeyForTwoActionsIsRefused() {
        var own = Map.of(APPROVE, chords("F2"), REJECT, chords("F2", "F3"));
        assertThatExceptionOfType(UnacceptableKeys.class)
                .isThrownBy(() -> new Keyboard(KeyPreset.RV, own, true))
                .withMessage("F2 cannot do two things, “Approve” and “Reject”");
    }

    @Test
    void aKeyOfTheBrowserIsRefused() {
        assertThatExceptionOfType(UnacceptableKeys.class)
                .isThrownBy(() -> RUSHLIGHT.with(APPROVE, Chord.of("Ctrl+W")))
                .withMessage("Ctrl+W belongs to the browser and cannot be used");
    }

    @Test
    void fourKeysAreTheMost() {
        var three = RUSHLIGHT.with(STOP, Chord.of("F2")).with(STOP, Chord.of("F3"));
        var four = three.with(STOP, Chord.of("F4"));
        assertThat(four.with(STOP, Chord.of("F4"))).isEqualTo(four);
        assertThatExceptionOfType(UnacceptableKeys.class)
                .isThrownBy(() -> four.with(STOP, Chord.of("F7")))
                .withMessage("“Stop” can have 4 keys at most");
    }

    @Test
    void ownKeysAreReadAsTheyAreWritten() {
        var own = new EnumMap<KeyAction, List<Chord>>(KeyAction.class);
        own.put(STOP, List.of());
        own.put(APPROVE, chords("Shift+A", "\"", "\\"));
        assertThat(KeyText.read(KeyText.write(own))).isEqualTo(own);
        assertThat(KeyText.write(own)).isEqualTo("{\"stop\":[],\"approve\":[\"Shift+A\",\"\\\"\",\"\\\\\"]}");
    }

    @Test
    void theMostThatCanBeArrangedCanBeStored() {
        var own = new EnumMap<KeyAction, List<Chord>>(KeyAction.class);
        for (var action : KeyAction.values()) {
            own.put(
                    action,
                    chords(
                            "Ctrl+Alt+Shift+ArrowRight",
                            "Ctrl+Alt+Shift+ArrowLeft",
                            "Ctrl+Alt+Shift+ArrowDown",
                            "Ctrl+Alt+Shift+PageDown"));
        }
        assertThat(KeyText.write(own).length()).isLessThanOrEqualTo(8000);
    }

    @Test
    void anActionThatIsUnknownIsNamed() {
        assertThatExceptionOfType(UnacceptableKeys.class)
                .isThrownBy(() -> KeyText.read("{\"explode\":[\"X\"]}"))
                .withMessage("There is no action “explode”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"stop\":", "{\"stop\":\"K\"}", "{\"stop\":[1]}", "{\"stop\":[\"Enter\"]}"})
    void whatIsNotWrittenLikeKeysIsRefused(String text) {
        assertThatExceptionOfType(UnacceptableKeys.class).isThrownBy(() -> KeyText.read(text));
        assertThatExceptionOfType(UnacceptableKeys.class).isThrownBy(() -> KeyText.read(" ".repeat(8001)));
    }

    private static List<Chord> chords(String... texts) {
        return Stream.of(texts).map(Chord::of).toList();
    }
}
