package dev.rushlight.web.content;

import java.util.List;

/**
 * The unified diff of one file, taken apart.
 *
 * @param remarks what the diff says beside its lines, in words; what is no diff at all comes out here too, so that nothing
 *     is hidden
 */
record UnifiedDiff(List<String> remarks, List<Hunk> hunks) {

    UnifiedDiff {
        remarks = List.copyOf(remarks);
        hunks = List.copyOf(hunks);
    }

    /** Whether a line was there before, is there now, or both. */
    enum Sort {
        CONTEXT(' '),
        ADDED('+'),
        REMOVED('-');

        private final char sign;

        Sort(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }

    /**
     * One line without its sign; a carriage return at its end is part of it.
     *
     * @param isUnended whether the file ends here without a line break
     */
    record Line(Sort sort, String text, boolean isUnended) {}

    /**
     * Lines in a row.
     *
     * @param oldLine the number of the first line in the old file
     * @param newLine the number of the first line in the new file
     * @param title what the diff says they are part of, such as a function; may be empty
     */
    record Hunk(int oldLine, int newLine, String title, List<Line> lines) {

        Hunk {
            lines = List.copyOf(lines);
        }

        private int count(Sort sort) {
            return (int) lines.stream().filter(line -> line.sort() == sort).count();
        }
    }

    static UnifiedDiff parse(String text) {
        return new DiffReader().read(text);
    }

    /** How many lines came. */
    int added() {
        return hunks.stream().mapToInt(hunk -> hunk.count(Sort.ADDED)).sum();
    }

    /** How many lines went. */
    int removed() {
        return hunks.stream().mapToInt(hunk -> hunk.count(Sort.REMOVED)).sum();
    }
}
