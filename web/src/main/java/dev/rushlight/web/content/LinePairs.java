package dev.rushlight.web.content;

import dev.rushlight.web.content.UnifiedDiff.Hunk;
import dev.rushlight.web.content.UnifiedDiff.Sort;
import dev.rushlight.web.content.WordDiff.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds which removed line became which added one, and what changed in it. The work is bounded: where too many lines were
 * replaced at once, they are told apart line by line only.
 */
final class LinePairs {

    private static final double LIKE_ENOUGH = 0.4;
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_COMPARED_AT_ONCE = 600;

    private int comparisonsLeft = 6_000;

    /**
     * One line that was changed.
     *
     * @param removed where it stands in the hunk, counted from 0
     * @param added where what it became stands
     * @param gone what went from the first, as starts and ends in turn
     * @param come what came in the second
     */
    record Pair(int removed, int added, List<Integer> gone, List<Integer> come) {

        Pair {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }

    /** The pairs of a hunk; a replacement is a run of removed lines right before a run of added ones. */
    List<Pair> in(Hunk hunk) {
        var pairs = new ArrayList<Pair>();
        var at = 0;
        while (at < hunk.lines().size()) {
            var removed = run(hunk, at, Sort.REMOVED);
            var added = run(hunk, at + removed, Sort.ADDED);
            if (removed > 0 && added > 0) {
                pair(hunk, at, removed, added, pairs);
            }
            at += Math.max(1, removed + added);
        }
        return pairs;
    }

    private static int run(Hunk hunk, int from, Sort sort) {
        var end = from;
        while (end < hunk.lines().size() && hunk.lines().get(end).sort() == sort) {
            end++;
        }
        return end - from;
    }

    private void pair(Hunk hunk, int from, int removed, int added, List<Pair> pairs) {
        if (removed == added) {
            for (var i = 0; i < removed && comparisonsLeft > 0; i++) {
                var diff = compare(hunk, from + i, from + removed + i);
                if (isAlike(diff)) {
                    pairs.add(pair(from + i, from + removed + i, diff));
                }
            }
        } else if (removed * (long) added <= Math.min(MOST_COMPARED_AT_ONCE, comparisonsLeft)) {
            best(hunk, from, removed, added, pairs);
        }
    }

    /** Chooses the pairs that are most alike together, without crossing. */
    private void best(Hunk hunk, int from, int removed, int added, List<Pair> pairs) {
        var diffs = new WordDiff[removed][added];
        var sums = new double[removed + 1][added + 1];
        for (var i = removed - 1; i >= 0; i--) {
            for (var j = added - 1; j >= 0; j--) {
                diffs[i][j] = compare(hunk, from + i, from + removed + j);
                var apart = Math.max(sums[i + 1][j], sums[i][j + 1]);
                sums[i][j] =
                        isAlike(diffs[i][j]) ? Math.max(apart, sums[i + 1][j + 1] + diffs[i][j].likeness()) : apart;
            }
        }
        var i = 0;
        var j = 0;
        while (i < removed && j < added) {
            if (sums[i][j] == sums[i + 1][j]) {
                i++;
            } else if (sums[i][j] == sums[i][j + 1]) {
                j++;
            } else {
                pairs.add(pair(from + i, from + removed + j, diffs[i][j]));
                i++;
                j++;
            }
        }
    }

    private static boolean isAlike(WordDiff diff) {
        return diff.likeness() >= LIKE_ENOUGH;
    }

    private WordDiff compare(Hunk hunk, int removed, int added) {
        comparisonsLeft--;
        var before = hunk.lines().get(removed).text();
        var after = hunk.lines().get(added).text();
        return before.length() > LONGEST_LINE || after.length() > LONGEST_LINE
                ? new WordDiff(List.of(new WordDiff.Part(Side.BEFORE, before), new WordDiff.Part(Side.AFTER, after)))
                : WordDiff.between(before, after);
    }

    private static Pair pair(int removed, int added, WordDiff diff) {
        return new Pair(removed, added, marks(diff, Side.BEFORE), marks(diff, Side.AFTER));
    }

    private static List<Integer> marks(WordDiff diff, Side side) {
        var marks = new ArrayList<Integer>();
        var at = 0;
        for (var part : diff.parts()) {
            var end = at + part.text().length();
            if (part.side() == side) {
                marks.add(at);
                marks.add(end);
            }
            at = part.side() == side || part.side() == Side.BOTH ? end : at;
        }
        return marks;
    }
}
