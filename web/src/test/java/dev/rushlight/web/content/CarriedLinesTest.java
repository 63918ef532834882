package dev.rushlight.web.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.feedback.InFile;
import dev.rushlight.review.Change;
import dev.rushlight.review.ChangeAction;
import dev.rushlight.review.ChangesetContent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CarriedLinesTest {

    private static final String THEN = "@@ -10,3 +10,4 @@\n a = 1\n-b = 2\n+b = 3\n+}\n c = 4\n";

    @Test
    void aLineIsFoundWhereItMoved() {
        var now = "@@ -10,3 +10,6 @@\n a = 1\n+new\n+newer\n-b = 2\n+b = 3\n+}\n c = 4\n";
        assertThat(find("x.py", 11, "x.py", now).line()).hasValue(13);
    }

    @Test
    void theNearestOfEqualLinesIsTaken() {
        var now = "@@ -1 +1 @@\n+b = 3\n@@ -20 +12 @@\n+b = 3\n";
        assertThat(find("x.py", 11, "x.py", now).line()).hasValue(12);
    }

    @Test
    void aLineThatIsGoneIsQuoted() {
        var landing = find("x.py", 11, "x.py", "@@ -10,1 +10,1 @@\n-a\n+b = 30\n");
        assertThat(landing.line()).isEmpty();
        assertThat(landing.quote()).contains("b = 3");
    }

    @Test
    void aLineThatSaysNextToNothingIsNotSearchedElsewhere() {
        assertThat(find("x.py", 12, "x.py", "@@ -10 +30 @@\n+}\n").line()).isEmpty();
        assertThat(find("x.py", 12, "x.py", "@@ -10 +12 @@\n+}\n").line()).hasValue(12);
    }

    @Test
    void aLineFollowsItsFileToItsNewName() {
        var then = changeset(new Change("x.py", Optional.empty(), ChangeAction.MODIFY, Optional.of(THEN)));
        var now = changeset(new Change("y.py", Optional.of("x.py"), ChangeAction.RENAME, Optional.of(THEN)));
        var landing = new CarriedLines(then, now).find(new InFile("x.py", 11));
        assertThat(landing.path()).isEqualTo("y.py");
        assertThat(landing.line()).hasValue(11);
    }

    @Test
    void aFileThatIsNotTouchedAnyMoreKeepsItsName() {
        var landing = find("x.py", 11, "other.py", THEN);
        assertThat(landing).isEqualTo(new CarriedLines.Landing("x.py", OptionalInt.empty(), Optional.of("b = 3")));
    }

    @Test
    void linesOfADeletedFileAreKnownByTheirOldNumbers() {
        var change = new Change(
                "x.py", Optional.empty(), ChangeAction.DELETE, Optional.of("@@ -5,2 +0,0 @@\n-a = 1\n-b = 2\n"));
        assertThat(new CarriedLines(changeset(change), changeset(change))
                        .find(new InFile("x.py", 6))
                        .line())
                .hasValue(6);
    }

    private static CarriedLines.Landing find(String said, int line, String path, String diff) {
        var then = changeset(new Change(said, Optional.empty(), ChangeAction.MODIFY, Optional.of(THEN)));
        var now = changeset(new Change(path, Optional.empty(), ChangeAction.MODIFY, Optional.of(diff)));
        return new CarriedLines(then, now).find(new InFile(said, line));
    }

    private static ChangesetContent changeset(Change change) {
        return new ChangesetContent(List.of(change));
    }
}
