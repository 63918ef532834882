package dev.rushlight.web.content;

import dev.rushlight.web.content.UnifiedDiff.Hunk;
import dev.rushlight.web.content.UnifiedDiff.Line;
import dev.rushlight.web.content.UnifiedDiff.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a unified diff line by line, as diff, git and others write it, and forgives those who miscount their lines. Only a
 * line feed ends a line: a carriage return is part of what changed.
 */
final class DiffReader {

    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@ ?(.*)", Pattern.DOTALL);
    private static final Pattern NEXT_FILE = Pattern.compile("diff .*|--- .*|\\+\\+\\+ .*|-- \r?", Pattern.DOTALL);

    private final DiffRemarks remarks = new DiffRemarks();
    private final List<Hunk> hunks = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private String title = "";
    private int oldLine;
    private int newLine;
    private boolean inHunk;

    /** How many lines the hunk's heading still promises of each file. */
    private int oldLeft;

    private int newLeft;

    UnifiedDiff read(String text) {
        var all = text.split("\n", -1);
        var count = all[all.length - 1].isEmpty() ? all.length - 1 : all.length;
        for (var i = 0; i < count; i++) {
            take(all[i]);
        }
        endHunk();
        return new UnifiedDiff(remarks.inWords(), hunks);
    }

    private void take(String line) {
        var heading = HUNK.matcher(line);
        var isDue = oldLeft > 0 || newLeft > 0;
        if (heading.matches()) {
            endHunk();
            inHunk = true;
            oldLine = Integer.parseInt(heading.group(1));
            newLine = Integer.parseInt(heading.group(3));
            oldLeft = count(heading.group(2));
            newLeft = count(heading.group(4));
            title = heading.group(5).strip();
        } else if (inHunk && line.startsWith("\\")) {
            endFile();
        } else if (inHunk
                && (isDue
                        ? !line.startsWith("diff --git ")
                        : !NEXT_FILE.matcher(line).matches())) {
            add(line);
        } else {
            endHunk();
            remarks.take(line);
        }
    }

    private static int count(String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    private void add(String line) {
        var sort = line.startsWith("+") ? Sort.ADDED : line.startsWith("-") ? Sort.REMOVED : Sort.CONTEXT;
        var isSigned = sort != Sort.CONTEXT || line.startsWith(" ");
        oldLeft -= sort == Sort.ADDED ? 0 : 1;
        newLeft -= sort == Sort.REMOVED ? 0 : 1;
        lines.add(new Line(sort, isSigned ? line.substring(1) : line, false));
    }

    /** "\ No newline at end of file" is said of the line before. */
    private void endFile() {
        if (!lines.isEmpty()) {
            var last = lines.remove(lines.size() - 1);
            lines.add(new Line(last.sort(), last.text(), true));
        }
    }

    private void endHunk() {
        if (inHunk) {
            hunks.add(new Hunk(oldLine, newLine, title, lines));
        }
        lines.clear();
        inHunk = false;
        oldLeft = 0;
        newLeft = 0;
    }
}
