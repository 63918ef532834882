package dev.rushlight.web.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MoveTest {

    private static final Identity MARIA = Somebody.person("maria", Role.REVIEWER);
    private static final Identity SUBMITTER = Somebody.person("tom", Role.VIEWER);

    @Test
    void anAuthorMayDoEverythingWithAYoungNote() {
        var note = NoteSamples.note(MARIA, "x").justNow().detail();
        assertThat(offered(MARIA, note))
                .containsExactlyInAnyOrder(Move.REPLY, Move.EDIT, Move.RESOLVE, Move.BLOCK, Move.DELETE);
    }

    @Test
    void wordsStayOnceTheyAreOutOrAnswered() {
        var note = NoteSamples.note(MARIA, "x").justNow().detail();
        var answer = NoteSamples.note(MARIA, "y").answering(note.id()).justNow().detail();
        var thread = new NoteThread(note, List.of(answer));
        assertThat(offered(MARIA, thread, note)).doesNotContain(Move.EDIT);
        assertThat(offered(MARIA, thread, answer)).containsExactlyInAnyOrder(Move.EDIT, Move.DELETE);
        assertThat(offered(MARIA, NoteSamples.note(MARIA, "x").detail())).doesNotContain(Move.EDIT);
    }

    @Test
    void aDrawingGetsItsWordsWhenever() {
        assertThat(offered(MARIA, NoteSamples.note(MARIA, "").drawn().detail())).contains(Move.EDIT);
    }

    @Test
    void othersAnswerAndBlock() {
        var note = NoteSamples.note(Somebody.person("ann", Role.REVIEWER), "x").blocking();
        assertThat(offered(MARIA, note.detail())).containsExactlyInAnyOrder(Move.REPLY, Move.UNBLOCK);
        assertThat(offered(Somebody.person("lena", Role.LEAD), note.detail()))
                .containsExactlyInAnyOrder(Move.REPLY, Move.RESOLVE, Move.UNBLOCK);
    }

    @Test
    void theSubmitterTakesItOnAndSettlesIt() {
        var note = NoteSamples.note(MARIA, "x");
        assertThat(offered(SUBMITTER, note.detail())).containsExactlyInAnyOrder(Move.RESOLVE, Move.ACKNOWLEDGE);
        assertThat(offered(SUBMITTER, note.acknowledged().detail())).containsExactly(Move.RESOLVE);
    }

    private static Set<Move> offered(Identity viewer, NoteDetail note) {
        return offered(viewer, new NoteThread(note, List.of()), note);
    }

    private static Set<Move> offered(Identity viewer, NoteThread thread, NoteDetail note) {
        var item = Samples.item(
                ReviewItemId.random(),
                List.of(),
                Samples.version(1, Outcome.PENDING, Samples.video("http://artist/v1.mp4")));
        var subject = new Subject(viewer, item, 1, version -> List.of());
        return Move.offered(subject, thread, note, Samples.NOW, Duration.ofSeconds(10));
    }
}
