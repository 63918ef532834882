package dev.rushlight.web.admin;

import java.util.ArrayList;
import java.util.List;

/** What came and went between two texts, line by line. */
final class LineChanges {

    private static final int MOST_COMPARED = 1_000_000;

    /** Where a line is. */
    enum Side {
        BOTH,
        BEFORE,
        AFTER
    }

    /** One line of either text. */
    record Line(Side side, String text) {}

    private LineChanges() {}

    static List<Line> between(String before, String after) {
        return between(before.lines().toList(), after.lines().toList());
    }

    private static List<Line> between(List<String> before, List<String> after) {
        var changes = new ArrayList<Line>();
        var old = 0;
        var fresh = 0;
        if ((long) before.size() * after.size() <= MOST_COMPARED) {
            var common = commonFrom(before, after);
            while (old < before.size() && fresh < after.size()) {
                if (before.get(old).equals(after.get(fresh))) {
                    changes.add(new Line(Side.BOTH, before.get(old++)));
                    fresh++;
                } else if (common[old + 1][fresh] >= common[old][fresh + 1]) {
                    changes.add(new Line(Side.BEFORE, before.get(old++)));
                } else {
                    changes.add(new Line(Side.AFTER, after.get(fresh++)));
                }
            }
        }
        before.subList(old, before.size()).forEach(text -> changes.add(new Line(Side.BEFORE, text)));
        after.subList(fresh, after.size()).forEach(text -> changes.add(new Line(Side.AFTER, text)));
        return changes;
    }

    /** How many lines the rest of both texts have in common, from each pair of places on. */
    private static int[][] commonFrom(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (var old = before.size() - 1; old >= 0; old--) {
            for (var fresh = after.size() - 1; fresh >= 0; fresh--) {
                common[old][fresh] = before.get(old).equals(after.get(fresh))
                        ? common[old + 1][fresh + 1] + 1
                        : Math.max(common[old + 1][fresh], common[old][fresh + 1]);
            }
        }
        return common;
    }
}
