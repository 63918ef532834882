package dev.rushlight.keyboard;

/** What keys are for, as their lists are divided. */
public enum KeyGroup {
    PLAYBACK("Playback"),
    FRAMES("Frames"),
    NOTES("Notes and drawing"),
    VIEW("View"),
    DECISION("Decision"),
    ITEMS("Items");

    private final String words;

    KeyGroup(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
