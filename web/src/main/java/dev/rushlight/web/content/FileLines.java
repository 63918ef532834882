package dev.rushlight.web.content;

import dev.rushlight.review.Change;
import dev.rushlight.review.ChangeAction;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.web.content.UnifiedDiff.Sort;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lines of one file that a diff shows, by the numbers that notes know them by: as they are now, or were if all is gone. */
final class FileLines {

    private static final int SHORT = 3;

    private final SortedMap<Integer, String> lines = new TreeMap<>();

    private FileLines(Change change) {
        var gone = change.action() == ChangeAction.DELETE ? Sort.ADDED : Sort.REMOVED;
        var diff = UnifiedDiff.parse(change.diff().orElse(""));
        for (var hunk : diff.hunks()) {
            var number = gone == Sort.ADDED ? hunk.oldLine() : hunk.newLine();
            for (var line : hunk.lines()) {
                if (line.sort() != gone) {
                    lines.put(number++, line.text());
                }
            }
        }
    }

    /** The lines of a file under its name of now or of before. */
    static Optional<FileLines> of(ChangesetContent changeset, String path) {
        return change(changeset, path).map(FileLines::new);
    }

    static Optional<Change> change(ChangesetContent changeset, String path) {
        return changeset.changes().stream()
                .filter(change -> change.path().equals(path))
                .findFirst()
                .or(() -> changeset.changes().stream()
                        .filter(change -> change.oldPath().equals(Optional.of(path)))
                        .findFirst());
    }

    Optional<String> at(int number) {
        return Optional.ofNullable(lines.get(number));
    }

    /** The line nearest to this number that says the same; a line that says next to nothing only where it was. */
    OptionalInt nearest(int number, String text) {
        var wanted = text.strip();
        if (wanted.length() < SHORT) {
            return at(number).map(String::strip).filter(wanted::equals).isPresent()
                    ? OptionalInt.of(number)
                    : OptionalInt.empty();
        }
        return lines.entrySet().stream()
                .filter(line -> line.getValue().strip().equals(wanted))
                .mapToInt(line -> line.getKey())
                .boxed()
                .min((one, other) -> Integer.compare(Math.abs(one - number), Math.abs(other - number)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
