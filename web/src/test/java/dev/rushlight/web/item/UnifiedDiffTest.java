package dev.rushlight.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.web.item.UnifiedDiff.Run;
import dev.rushlight.web.item.UnifiedDiff.Sort;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

    private static final String SPINE = """
            --- a/spine.py
            +++ b/spine.py
            @@ -12,4 +12,5 @@ class Spine:
                 def build(self):
            -        self.skin = None
            +        self.skin = Skin()
            +        self.volume = True
                     return self

            @@ -40 +41 @@
            -limit = 0.5
            +limit = 0.75
            \\ No newline at end of file
            """;

    @Test
    void likeLinesAreOneRunWithTheirPlacesInBothFiles() {
        assertThat(UnifiedDiff.parse(SPINE).runs())
                .containsExactly(
                        new Run(Sort.REMARK, 1, 1, List.of("--- a/spine.py", "+++ b/spine.py")),
                        new Run(Sort.HUNK, 12, 12, List.of("@@ -12,4 +12,5 @@ class Spine:")),
                        new Run(Sort.CONTEXT, 12, 12, List.of("    def build(self):")),
                        new Run(Sort.REMOVED, 13, 13, List.of("        self.skin = None")),
                        new Run(
                                Sort.ADDED,
                                14,
                                13,
                                List.of("        self.skin = Skin()", "        self.volume = True")),
                        new Run(Sort.CONTEXT, 14, 15, List.of("        return self", "")),
                        new Run(Sort.HUNK, 40, 41, List.of("@@ -40 +41 @@")),
                        new Run(Sort.REMOVED, 40, 41, List.of("limit = 0.5")),
                        new Run(Sort.ADDED, 41, 41, List.of("limit = 0.75")),
                        new Run(Sort.REMARK, 41, 42, List.of("\\ No newline at end of file")));
    }

    @Test
    void addedAndRemovedLinesAreCounted() {
        var diff = UnifiedDiff.parse(SPINE);
        assertThat(diff.added()).isEqualTo(3);
        assertThat(diff.removed()).isEqualTo(2);
        assertThat(diff.lines()).isEqualTo(13);
    }

    @Test
    void aLineOfDashesInsideAHunkIsARemovedLine() {
        var diff = UnifiedDiff.parse("@@ -1,2 +1 @@\n--- old heading\n text\n");
        assertThat(diff.runs().get(1)).isEqualTo(new Run(Sort.REMOVED, 1, 1, List.of("-- old heading")));
    }

    @Test
    void aPartBeginsInsideARunWithItsOwnLineNumbers() {
        var part = UnifiedDiff.parse("@@ -1,4 +1,4 @@\n a\n b\n c\n d\n").part(2, 2);
        assertThat(part).containsExactly(new Run(Sort.CONTEXT, 2, 2, List.of("b", "c")));
    }

    @Test
    void theLastPartIsShorter() {
        assertThat(UnifiedDiff.parse("@@ -1,2 +1,2 @@\n a\n b\n").part(2, 400))
                .containsExactly(new Run(Sort.CONTEXT, 2, 2, List.of("b")));
    }

    @Test
    void whatIsNoDiffIsShownAsItIs() {
        assertThat(UnifiedDiff.parse("Binary files differ").runs())
                .containsExactly(new Run(Sort.REMARK, 1, 1, List.of("Binary files differ")));
        assertThat(UnifiedDiff.parse("").runs()).isEmpty();
    }

    @Test
    void anAbsurdLineNumberIsNoHunk() {
        assertThat(UnifiedDiff.parse("@@ -99999999999,1 +1 @@\n").runs())
                .extracting(Run::sort)
                .containsExactly(Sort.REMARK);
    }
}
