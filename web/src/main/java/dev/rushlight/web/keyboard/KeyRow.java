package dev.rushlight.web.keyboard;

import java.util.List;

/** A key that a page hears by itself, for the list of keys; nobody can change it. */
public record KeyRow(String words, List<String> chords) {

    public KeyRow(String words, String... chords) {
        this(words, List.of(chords));
    }
}
