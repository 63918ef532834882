package dev.rushlight.review;

import java.util.List;

/** The file changes of a changeset's version. */
public record ChangesetContent(List<Change> changes) implements Content {

    public ChangesetContent {
        changes = List.copyOf(changes);
    }

    @Override
    public Kind kind() {
        return Kind.CHANGESET;
    }

    @Override
    public <T> T readBy(ContentReader<T> reader) {
        return reader.changeset(this);
    }
}
