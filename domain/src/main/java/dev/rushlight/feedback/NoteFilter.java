package dev.rushlight.feedback;

import java.util.Optional;

/** Which threads to show; those of {@link #ALL} are narrowed down step by step. */
public record NoteFilter(
        boolean mine, boolean open, boolean blocking, boolean thisVersion, Optional<Visibility> visibility) {

    public static final NoteFilter ALL = new NoteFilter(false, false, false, false, Optional.empty());

    public NoteFilter onlyMine() {
        return new NoteFilter(true, open, blocking, thisVersion, visibility);
    }

    public NoteFilter onlyOpen() {
        return new NoteFilter(mine, true, blocking, thisVersion, visibility);
    }

    public NoteFilter onlyBlocking() {
        return new NoteFilter(mine, open, true, thisVersion, visibility);
    }

    public NoteFilter onlyThisVersion() {
        return new NoteFilter(mine, open, blocking, true, visibility);
    }

    public NoteFilter only(Visibility seenBy) {
        return new NoteFilter(mine, open, blocking, thisVersion, Optional.of(seenBy));
    }
}
