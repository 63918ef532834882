package dev.rushlight.web.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import dev.rushlight.web.content.LinePairs.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinePairsTest {

    @Test
    void aChangedLineKnowsWhatWentAndWhatCame() {
        assertThat(pairs("-limit = 0.5\n+limit = 0.75\n"))
                .containsExactly(new Pair(0, 1, List.of(10, 11), List.of(10, 12)));
    }

    @Test
    void linesWithLittleInCommonAreNoPair() {
        assertThat(pairs("-import os\n+def build(rig):\n")).isEmpty();
    }

    @Test
    void amongDifferentlyManyLinesTheMostAlikeArePairs() {
        var pairs = pairs("-angle = clamp(angle, 0, 180)\n+# knees bend one way\n+angle = clamp(angle, 0, 165)\n");
        assertThat(pairs).extracting(Pair::removed, Pair::added).containsExactly(tuple(0, 2));
    }

    @Test
    void linesThatOnlyCameOrWentAreNoPair() {
        assertThat(pairs("+a = 1\n b\n-a = 2\n")).isEmpty();
    }

    @Test
    void aChangedLineBreakIsFound() {
        assertThat(pairs("-int a;\r\n+int a;\n")).containsExactly(new Pair(0, 1, List.of(6, 7), List.of()));
    }

    @Test
    void theWorkIsBounded() {
        var many = "-some(%1$d, words, in, a, line);\n".repeat(3_000) + "+other(words, in, a, line);\n".repeat(2_000);
        var long1 = "-" + "x ".repeat(40_000) + "\n+" + "y ".repeat(40_000) + "\n";
        assertThatCode(() -> pairs(many + " \n" + long1)).doesNotThrowAnyException();
        assertThat(pairs(many)).isEmpty();
    }

    private static List<Pair> pairs(String lines) {
        return new LinePairs()
                .in(UnifiedDiff.parse("@@ -1,9 +1,9 @@\n" + lines).hunks().get(0));
    }
}
