package dev.rushlight.keyboard;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a key can do on the page of a review item. */
public enum KeyAction {
    PLAY_PAUSE(KeyGroup.PLAYBACK, "Play or pause"),
    STOP(KeyGroup.PLAYBACK, "Stop"),
    FORWARD(KeyGroup.PLAYBACK, "Play forward, again for faster"),
    REVERSE(KeyGroup.PLAYBACK, "Play backward, again for faster"),
    LOOP(KeyGroup.PLAYBACK, "Loop on or off"),
    MUTE(KeyGroup.PLAYBACK, "Sound on or off"),
    STEP_FORWARD(KeyGroup.FRAMES, "Next frame"),
    STEP_BACK(KeyGroup.FRAMES, "Previous frame"),
    TEN_FORWARD(KeyGroup.FRAMES, "Ten frames on"),
    TEN_BACK(KeyGroup.FRAMES, "Ten frames back"),
    FIRST(KeyGroup.FRAMES, "Start"),
    LAST(KeyGroup.FRAMES, "End"),
    GO_TO(KeyGroup.FRAMES, "Go to a frame or timecode"),
    MARK_IN(KeyGroup.FRAMES, "Range starts here"),
    MARK_OUT(KeyGroup.FRAMES, "Range ends here"),
    CLEAR_RANGE(KeyGroup.FRAMES, "Clear the range"),
    NOTE(KeyGroup.NOTES, "New note here"),
    PREVIOUS_NOTE(KeyGroup.NOTES, "Previous note"),
    NEXT_NOTE(KeyGroup.NOTES, "Next note"),
    DRAW(KeyGroup.NOTES, "Draw on or off"),
    UNDO(KeyGroup.NOTES, "Undo the last stroke"),
    REDO(KeyGroup.NOTES, "Redo it"),
    HIDE_ANNOTATIONS(KeyGroup.NOTES, "Hide or show annotations"),
    FIT(KeyGroup.VIEW, "Fit the picture"),
    ACTUAL_SIZE(KeyGroup.VIEW, "Actual size"),
    FULLSCREEN(KeyGroup.VIEW, "Full screen on or off"),
    HELP(KeyGroup.VIEW, "Show the keys"),
    APPROVE(KeyGroup.DECISION, "Approve"),
    APPROVE_WITH_NOTES(KeyGroup.DECISION, "Approve with notes"),
    REQUEST_CHANGES(KeyGroup.DECISION, "Request changes"),
    REJECT(KeyGroup.DECISION, "Reject"),
    ABSTAIN(KeyGroup.DECISION, "Abstain"),
    UNDO_LAST(KeyGroup.DECISION, "Undo what you just decided"),
    PREVIOUS_ITEM(KeyGroup.ITEMS, "Previous item"),
    NEXT_ITEM(KeyGroup.ITEMS, "Next item");

    private static final Set<KeyAction> REPEATED =
            EnumSet.of(STEP_FORWARD, STEP_BACK, TEN_FORWARD, TEN_BACK, PREVIOUS_NOTE, NEXT_NOTE, UNDO, REDO);

    private static final Set<KeyAction> ON_DRAWINGS = EnumSet.of(DRAW, UNDO, REDO, HIDE_ANNOTATIONS);

    private final KeyGroup group;
    private final String words;

    KeyAction(KeyGroup group, String words) {
        this.group = group;
        this.words = words;
    }

    public static Optional<KeyAction> called(String id) {
        return Stream.of(values()).filter(action -> action.id().equals(id)).findFirst();
    }

    /** What the parts of the page listen for. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public KeyGroup group() {
        return group;
    }

    public String words() {
        return words;
    }

    /** Whether it happens again and again while the key is held. */
    public boolean repeats() {
        return REPEATED.contains(this);
    }

    /** Whether it means nothing beside a changeset or a task. */
    public boolean needsPicture() {
        return switch (group) {
            case PLAYBACK, FRAMES -> true;
            case VIEW -> this != HELP;
            case NOTES -> ON_DRAWINGS.contains(this);
            case DECISION, ITEMS -> false;
        };
    }
}
