package dev.rushlight.feedback;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a note names: a class, not a record, because keys of JPA are made empty and filled afterwards. */
public final class NoteMentionKey implements Serializable {

    private UUID note;
    private UUID person;

    @SuppressWarnings("NullAway.Init")
    public NoteMentionKey() {} // for JPA

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteMentionKey key && note.equals(key.note) && person.equals(key.person);
    }

    @Override
    public int hashCode() {
        return Objects.hash(note, person);
    }
}
