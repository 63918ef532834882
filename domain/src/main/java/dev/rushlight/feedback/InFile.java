package dev.rushlight.feedback;

import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.Content;
import java.util.Optional;

/** A line of one of the files that a changeset changes, as it is after the change, counted from 1. */
public record InFile(String path, int line) implements Place {

    private static final int MOST_LINES = 10_000_000;

    @Override
    public void requireIn(Content content) {
        if (!(content instanceof ChangesetContent changeset)) {
            throw new UnacceptablePlace("%s has no files".formatted(content.kind()));
        }
        if (changeset.changes().stream()
                .noneMatch(
                        change -> change.path().equals(path) || change.oldPath().equals(Optional.of(path)))) {
            throw new UnacceptablePlace("The changeset does not touch " + path);
        }
        if (line < 1 || line > MOST_LINES) {
            throw new UnacceptablePlace("Lines are counted from 1 to %d, not %d".formatted(MOST_LINES, line));
        }
    }

    @Override
    public <T> T readBy(PlaceReader<T> reader) {
        return reader.file(this);
    }
}
