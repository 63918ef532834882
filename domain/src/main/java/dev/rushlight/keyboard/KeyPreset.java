package dev.rushlight.keyboard;

import java.util.List;
import java.util.Map;

/** Keys to begin with: our own, or those that hands know from another player. */
public enum KeyPreset {
    RUSHLIGHT("Rushlight", ""),
    RV("RV", PresetTable.RV),
    SYNCSKETCH("SyncSketch", PresetTable.SYNCSKETCH);

    private final String words;
    private final Map<KeyAction, List<Chord>> chords;

    KeyPreset(String words, String differences) {
        this.words = words;
        this.chords = PresetTable.read(PresetTable.RUSHLIGHT + differences);
    }

    public String words() {
        return words;
    }

    /** The first is the one that is shown beside buttons. */
    public List<Chord> chords(KeyAction action) {
        return chords.getOrDefault(action, List.of());
    }
}
