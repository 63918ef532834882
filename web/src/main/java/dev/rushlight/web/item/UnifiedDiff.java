package dev.rushlight.web.item;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A unified diff taken apart into runs of like lines, each knowing where it stands in the old and the new file. */
record UnifiedDiff(List<Run> runs) {

    private static final Pattern HUNK = Pattern.compile("@@ -(\\d{1,9})(?:,\\d+)? \\+(\\d{1,9})(?:,\\d+)? @@.*");

    UnifiedDiff {
        runs = List.copyOf(runs);
    }

    /** Which kind of lines a run is made of. */
    enum Sort {
        HUNK,
        CONTEXT,
        ADDED,
        REMOVED,
        REMARK
    }

    /**
     * Consecutive lines of one sort, without their signs.
     *
     * @param oldLine the number of the first line in the old file, if the run is part of it
     * @param newLine the number of the first line in the new file, if the run is part of it
     */
    record Run(Sort sort, int oldLine, int newLine, List<String> lines) {

        Run {
            lines = List.copyOf(lines);
        }
    }

    /** Takes any text apart; what is no diff comes out as remarks and context, so that nothing is hidden. */
    static UnifiedDiff parse(String text) {
        var reader = new Reader();
        text.lines().forEach(reader::take);
        reader.finish();
        return new UnifiedDiff(reader.runs);
    }

    int added() {
        return count(Sort.ADDED);
    }

    int removed() {
        return count(Sort.REMOVED);
    }

    int lines() {
        return runs.stream().mapToInt(run -> run.lines().size()).sum();
    }

    /** The runs from one line on, at most so many lines of them. */
    List<Run> part(int from, int limit) {
        var part = new ArrayList<Run>();
        var skip = from;
        var left = limit;
        for (var run : runs) {
            var size = run.lines().size();
            if (skip >= size) {
                skip -= size;
                continue;
            }
            var end = Math.min(size, skip + left);
            part.add(new Run(
                    run.sort(),
                    run.oldLine() + skip,
                    run.newLine() + skip,
                    run.lines().subList(skip, end)));
            left -= end - skip;
            skip = 0;
            if (left == 0) {
                break;
            }
        }
        return part;
    }

    private int count(Sort sort) {
        return runs.stream()
                .filter(run -> run.sort() == sort)
                .mapToInt(run -> run.lines().size())
                .sum();
    }

    /** Reads line by line. */
    private static final class Reader {

        private final List<Run> runs = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private Sort sort = Sort.REMARK;
        private boolean inHunk;
        private int oldLine = 1;
        private int newLine = 1;

        void take(String line) {
            var hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                finish();
                oldLine = Integer.parseInt(hunk.group(1));
                newLine = Integer.parseInt(hunk.group(2));
                inHunk = true;
                add(Sort.HUNK, line);
                return;
            }
            if (!inHunk && (line.startsWith("--- ") || line.startsWith("+++ "))) {
                add(Sort.REMARK, line);
            } else if (line.startsWith("+")) {
                add(Sort.ADDED, line.substring(1));
            } else if (line.startsWith("-")) {
                add(Sort.REMOVED, line.substring(1));
            } else if (inHunk && line.startsWith("diff ")) {
                inHunk = false;
                add(Sort.REMARK, line);
            } else if (line.startsWith("\\") || !inHunk) {
                add(Sort.REMARK, line);
            } else {
                add(Sort.CONTEXT, line.startsWith(" ") ? line.substring(1) : line);
            }
        }

        void finish() {
            if (lines.isEmpty()) {
                return;
            }
            runs.add(new Run(sort, oldLine, newLine, lines));
            if (sort == Sort.CONTEXT || sort == Sort.REMOVED) {
                oldLine += lines.size();
            }
            if (sort == Sort.CONTEXT || sort == Sort.ADDED) {
                newLine += lines.size();
            }
            lines.clear();
        }

        private void add(Sort next, String line) {
            if (next != sort || next == Sort.HUNK) {
                finish();
                sort = next;
            }
            lines.add(line);
        }
    }
}
