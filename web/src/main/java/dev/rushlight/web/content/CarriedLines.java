package dev.rushlight.web.content;

import dev.rushlight.feedback.InFile;
import dev.rushlight.review.Change;
import dev.rushlight.review.ChangesetContent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the lines that were spoken of in an older version again, by what they say. */
final class CarriedLines {

    private final ChangesetContent then;
    private final ChangesetContent now;
    private final Map<String, Optional<FileLines>> linesThen = new HashMap<>();
    private final Map<String, Optional<FileLines>> linesNow = new HashMap<>();

    CarriedLines(ChangesetContent then, ChangesetContent now) {
        this.then = then;
        this.now = now;
    }

    /**
     * Where a line is now.
     *
     * @param path the file as it is called now, or as it was if this version does not touch it
     * @param line empty if the line is gone, or was never shown
     * @param quote what the line said
     */
    record Landing(String path, OptionalInt line, Optional<String> quote) {

        static Landing unknown(String path) {
            return new Landing(path, OptionalInt.empty(), Optional.empty());
        }
    }

    Landing find(InFile said) {
        var path = FileLines.change(now, said.path()).map(Change::path).orElse(said.path());
        var quote = linesThen
                .computeIfAbsent(said.path(), name -> FileLines.of(then, name))
                .flatMap(lines -> lines.at(said.line()));
        var lines = linesNow.computeIfAbsent(path, name -> FileLines.of(now, name));
        var line = quote.flatMap(text -> lines.map(known -> known.nearest(said.line(), text)))
                .orElse(OptionalInt.empty());
        return new Landing(path, line, quote);
    }
}
