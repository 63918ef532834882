package dev.rushlight.web.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.feedback.WholeVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AimTest {

    @Test
    void whatWasWrittenIsReadAgain() {
        for (var place :
                List.of(new WholeVersion(), NoteSamples.frames(43, 60), new InFile("a path/with blanks 1 2.py", 12))) {
            var aim = new Aim(NoteId.random(), true, place, Visibility.CLIENT, true);
            assertThat(Aim.read(aim.written())).contains(aim);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0e37df36-f698-11e6-8dd4-cb9ced3df976 true TEAM false",
                "0e37df36-f698-11e6-8dd4-cb9ced3df976 true NOBODY false whole",
                "0e37df36-f698-11e6-8dd4-cb9ced3df976 true TEAM false frames 0 5 4",
                "0e37df36-f698-11e6-8dd4-cb9ced3df976 true TEAM false frames 0 5 99999999999"
            })
    void whatIsNotReadableIsNothing(String written) {
        assertThat(Aim.read(written)).isEmpty();
    }
}
