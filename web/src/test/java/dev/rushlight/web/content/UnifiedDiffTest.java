package dev.rushlight.web.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.web.content.UnifiedDiff.Hunk;
import dev.rushlight.web.content.UnifiedDiff.Line;
import dev.rushlight.web.content.UnifiedDiff.Sort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void hunksKnowWhereTheyStandInBothFiles() {
        assertThat(UnifiedDiff.parse(SPINE).hunks())
                .containsExactly(
                        new Hunk(
                                12,
                                12,
                                "class Spine:",
                                List.of(
                                        line(Sort.CONTEXT, "    def build(self):"),
                                        line(Sort.REMOVED, "        self.skin = None"),
                                        line(Sort.ADDED, "        self.skin = Skin()"),
                                        line(Sort.ADDED, "        self.volume = True"),
                                        line(Sort.CONTEXT, "        return self"),
                                        line(Sort.CONTEXT, ""))),
                        new Hunk(
                                40,
                                41,
                                "",
                                List.of(
                                        line(Sort.REMOVED, "limit = 0.5"),
                                        new Line(Sort.ADDED, "limit = 0.75", true))));
    }

    @Test
    void addedAndRemovedLinesAreCounted() {
        var diff = UnifiedDiff.parse(SPINE);
        assertThat(diff.added()).isEqualTo(3);
        assertThat(diff.removed()).isEqualTo(2);
    }

    @Test
    void aLineOfDashesInsideAHunkIsARemovedLine() {
        assertThat(lines("@@ -1,2 +1 @@\n--- old heading\n text\n"))
                .containsExactly(line(Sort.REMOVED, "-- old heading"), line(Sort.CONTEXT, "text"));
    }

    @Test
    void linesBeyondTheCountOfTheHeadingStillBelongToTheHunk() {
        assertThat(lines("@@ -1 +1 @@\n-a\n+b\n+c\n d\n"))
                .containsExactly(
                        line(Sort.REMOVED, "a"), line(Sort.ADDED, "b"), line(Sort.ADDED, "c"), line(Sort.CONTEXT, "d"));
    }

    @Test
    void aHunkThatIsShorterThanItsHeadingEndsWithTheText() {
        assertThat(lines("@@ -10,3 +10,3 @@\n a\n-b\n+c\n")).hasSize(3);
    }

    @Test
    void aSignatureOfAPatchIsNoRemovedLine() {
        var diff = UnifiedDiff.parse("@@ -1 +1 @@\n-a\n+b\n-- \n2.39.5\n");
        assertThat(diff.removed()).isEqualTo(1);
        assertThat(diff.remarks()).containsExactly("--", "2.39.5");
    }

    @Test
    void onlyALineFeedEndsALine() {
        assertThat(lines("@@ -1 +1 @@\n-a\r\n+a\rb\u2028c\n"))
                .containsExactly(line(Sort.REMOVED, "a\r"), line(Sort.ADDED, "a\rb\u2028c"));
    }

    @Test
    void whatIsNoDiffIsShownAsItIs() {
        assertThat(UnifiedDiff.parse("see the ticket\n\nplease").remarks()).containsExactly("see the ticket", "please");
        assertThat(UnifiedDiff.parse("").remarks()).isEmpty();
    }

    @Test
    void anAbsurdLineNumberIsNoHunk() {
        var diff = UnifiedDiff.parse("@@ -99999999999,1 +1 @@\n");
        assertThat(diff.hunks()).isEmpty();
        assertThat(diff.remarks()).containsExactly("@@ -99999999999,1 +1 @@");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Binary files a/x.exr and b/x.exr differ|Binary file
                    Binary files differ|Binary file
                    similarity index 87%|87 % the same
                    index 1a2b3c4..5d6e7f8 160000|Submodule
                    new file mode 120000|Symbolic link
                    new file mode 100755|Executable
                    """)
    void whatGitSaysBesideTheLinesIsPutIntoWords(String said, String inWords) {
        assertThat(UnifiedDiff.parse("diff --git a/x b/x\n" + said + "\n").remarks())
                .containsExactly(inWords);
    }

    @Test
    void aChangeOfModeIsOneRemark() {
        assertThat(UnifiedDiff.parse("old mode 100644\nnew mode 100755\n").remarks())
                .containsExactly("Mode 100644 → 100755");
    }

    @Test
    void theDataOfABinaryPatchIsLeftOut() {
        assertThat(UnifiedDiff.parse("GIT binary patch\nliteral 10\nzcmZQzU|?\n")
                        .remarks())
                .containsExactly("Binary file");
    }

    @Test
    void ordinaryHeadingsSayNothing() {
        var heading = "diff --git a/x b/y\nindex 1a2b..3c4d 100644\nrename from x\nrename to y\nnew file mode 100644\n";
        assertThat(UnifiedDiff.parse(heading + "--- a/x\n+++ b/y\n").remarks()).isEmpty();
    }

    private static List<Line> lines(String diff) {
        return UnifiedDiff.parse(diff).hunks().get(0).lines();
    }

    private static Line line(Sort sort, String text) {
        return new Line(sort, text, false);
    }
}
