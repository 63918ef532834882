package dev.rushlight.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.web.admin.LineChanges.Line;
import dev.rushlight.web.admin.LineChanges.Side;
import org.junit.jupiter.api.Test;

class LineChangesTest {

    @Test
    void whatStayedStandsBetweenWhatWentAndWhatCame() {
        assertThat(LineChanges.between("a\nb\nc", "a\nx\nc\nd"))
                .containsExactly(
                        new Line(Side.BOTH, "a"),
                        new Line(Side.BEFORE, "b"),
                        new Line(Side.AFTER, "x"),
                        new Line(Side.BOTH, "c"),
                        new Line(Side.AFTER, "d"));
    }

    @Test
    void textsTooLongToCompareAreShownOneAfterTheOther() {
        var before = "a\n".repeat(1_001);
        assertThat(LineChanges.between(before, before))
                .hasSize(2_002)
                .extracting(Line::side)
                .doesNotContain(Side.BOTH);
    }
}
