package dev.rushlight.feedback;

import static dev.rushlight.feedback.FeedbackBench.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.feedback.FeedbackBench.Heard;
import dev.rushlight.installation.Database;
import dev.rushlight.ledger.Act;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.Role;
import dev.rushlight.review.LineBench;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.NoSuchVersion;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.TooLateToUndo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class FeedbackDeskTest {

    private static final Path NOWHERE = Path.of("unused");

    private final Database database;
    private FeedbackBench bench;
    private ReviewItemId shot;

    FeedbackDeskTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void submitSomething() {
        bench = new FeedbackBench(database, NOWHERE);
        shot = bench.lines.shot("sh010");
        bench.lines.deliverEverything();
    }

    @Test
    void aNoteIsKeptWithItsPlaceAndItsAuthor() {
        var id = bench.write(
                bench.maria,
                bench.draft(
                        shot,
                        1,
                        new OnFrames(0, new FrameRange(43, 47)),
                        "  Edge flicker \0on the \ud83d rail ",
                        Visibility.CLIENT,
                        true,
                        List.of()));

        var note = bench.detail(shot, id);
        assertThat(note.text()).isEqualTo("Edge flicker on the ? rail");
        assertThat(note.place()).isEqualTo(new OnFrames(0, new FrameRange(43, 47)));
        assertThat(note.author()).isEqualTo(NoteAuthor.of(bench.maria));
        assertThat(note.visibility()).isEqualTo(Visibility.CLIENT);
        assertThat(note.blocking()).isTrue();
        assertThat(note.state()).isEqualTo(NoteState.OPEN);
        assertThat(note.createdAt()).isEqualTo(bench.clock.instant());
        assertThat(note.carriedFrom()).isEmpty();
        assertThat(bench.changes.heard()).containsExactly(new NotesChanged(shot));
        assertThat(bench.ledger.acts(shot.value())).containsExactly(Act.NOTE_CREATED);
        assertThat(bench.ledger.last().author().username()).isEqualTo(bench.maria.username());
        assertThat(bench.ledger.last().after().getString("text")).isEqualTo("Edge flicker on the ? rail");
        assertThat(bench.ledger.last().after().getInt("frameEnd")).isEqualTo(47);
    }

    @Test
    void writingTwiceIsWritingOnce() {
        var draft = bench.draft(shot, "once");

        bench.write(bench.maria, draft);
        bench.write(bench.maria, draft);

        assertThat(bench.threads(bench.maria, shot, 1)).hasSize(1);
        assertThat(bench.ledger.acts(shot.value())).hasSize(1);
        assertThat(bench.leavesLater()).hasSize(1);
    }

    @Test
    void nobodyWritesUnderAnIdThatIsTaken() {
        var draft = bench.draft(shot, "mine");
        bench.write(bench.maria, draft);
        var other = bench.lines.shot("sh020");

        refused(NoteIdTaken.class, desk -> desk.add(bench.tom, draft));
        refused(
                NoteIdTaken.class,
                desk -> desk.add(
                        bench.maria,
                        new NoteDraft(
                                draft.id(), other, 1, draft.place(), "x", Visibility.TEAM, false, List.of(), none())));
    }

    @Test
    void aNoteNeedsWordsOrADrawing() {
        refused(EmptyNote.class, desk -> desk.add(bench.maria, bench.draft(shot, " \n ")));
        refused(NoteTooLong.class, desk -> desk.add(bench.maria, bench.draft(shot, "x".repeat(10_001))));

        var longest = bench.note(bench.maria, shot, "x".repeat(10_000));
        var drawn = bench.drawn(bench.maria, shot, 5, Strokes.dot(5));

        assertThat(bench.detail(shot, longest).text()).hasSize(10_000);
        assertThat(bench.detail(shot, drawn).drawn()).isTrue();
        assertThat(bench.detail(shot, drawn).text()).isEmpty();
    }

    @Test
    void aPlaceIsOneThatTheVersionHas() {
        var changeset = bench.lines.changeset("change");
        var task = bench.lines.task("task");

        refused(UnacceptablePlace.class, desk -> desk.add(bench.maria, at(shot, frame(120))))
                .withMessage("There are 120 frames, counted from 0, and no number 120");
        refused(UnacceptablePlace.class, desk -> desk.add(bench.maria, at(shot, new OnFrames(2, FrameRange.single(0)))))
                .withMessage("There are 2 media, and no number 2");
        refused(
                UnacceptablePlace.class,
                desk -> desk.add(bench.maria, at(shot, new OnFrames(1, FrameRange.single(1)))));
        refused(UnacceptablePlace.class, desk -> desk.add(bench.maria, at(shot, new InFile("shot.nk", 1))));
        refused(UnacceptablePlace.class, desk -> desk.add(bench.maria, at(changeset, frame(0))));
        refused(UnacceptablePlace.class, desk -> desk.add(bench.maria, at(changeset, new InFile("other.nk", 1))));
        refused(UnacceptablePlace.class, desk -> desk.add(bench.maria, at(changeset, new InFile("shot.nk", 0))));
        refused(UnacceptablePlace.class, desk -> desk.add(bench.maria, at(task, frame(0))));
        refused(NoSuchVersion.class, desk -> desk.add(bench.maria, onVersion(2)));
        refused(NoSuchReviewItem.class, desk -> desk.add(bench.maria, bench.draft(ReviewItemId.random(), "x")));

        bench.write(bench.maria, at(shot, frame(119)));
        bench.write(bench.maria, at(shot, new OnFrames(1, FrameRange.single(0))));
        var line = bench.write(bench.maria, at(changeset, new InFile("old.nk", 7)));
        bench.write(bench.maria, at(task, new WholeVersion()));
        assertThat(bench.detail(changeset, line).place()).isEqualTo(new InFile("old.nk", 7));
    }

    @Test
    void viewersLookAndDoNotWrite() {
        var note = bench.note(bench.maria, shot, "look");

        refused(NotAllowed.class, desk -> desk.add(bench.viewer, bench.draft(shot, "x")));
        refused(NotAllowed.class, desk -> desk.reply(bench.viewer, reply(note, Visibility.TEAM)));
        refused(NotAllowed.class, desk -> desk.resolve(bench.viewer, shot, note));
        refused(NotAllowed.class, desk -> desk.block(bench.viewer, shot, note, true));
        refused(NotAllowed.class, desk -> desk.acknowledge(bench.viewer, shot, note));
        refused(NotAllowed.class, desk -> desk.edit(bench.viewer, shot, note, "x"));
        refused(NotAllowed.class, desk -> desk.delete(bench.viewer, shot, note));
        assertThat(bench.threads(bench.viewer, shot, 1)).hasSize(1);
    }

    @Test
    void guestsWriteForClientsOnlyAndMayAnswerThem() {
        refused(NotAllowed.class, desk -> desk.add(bench.client, bench.draft(shot, "x")))
                .withMessage("A guest writes for the eyes of clients only");
        refused(NotAllowed.class, desk -> desk.add(bench.client, blocking(Visibility.CLIENT)));

        var mine = bench.note(bench.client, shot, "too dark", Visibility.CLIENT);
        bench.answer(bench.maria, shot, mine, "we brighten it", Visibility.CLIENT);
        bench.answer(bench.maria, shot, mine, "do we?", Visibility.TEAM);
        bench.answer(bench.client, shot, mine, "thanks", Visibility.CLIENT);

        assertThat(bench.threads(bench.client, shot, 1).get(0).answers())
                .extracting(NoteDetail::text)
                .containsExactly("we brighten it", "thanks");
        assertThat(bench.threads(bench.maria, shot, 1).get(0).answers()).hasSize(3);
    }

    @Test
    void whatIsForTheTeamIsNotThereForGuests() {
        var note = bench.drawn(bench.maria, shot, 5, Strokes.dot(5));

        refused(NoSuchNote.class, desk -> desk.reply(bench.client, reply(note, Visibility.CLIENT)));
        refused(NoSuchNote.class, desk -> desk.resolve(bench.client, shot, note));
        refused(NoSuchNote.class, desk -> desk.edit(bench.client, shot, note, "x"));
        refused(NoSuchNote.class, desk -> desk.delete(bench.client, shot, note));
        assertThat(bench.threads(bench.client, shot, 1)).isEmpty();
        assertThat(bench.<Optional<NoteThread>>read(notes -> notes.thread(bench.client, shot, 1, note)))
                .isEmpty();
        assertThat(bench.<List<NotePin>>read(notes -> notes.pins(bench.client, shot, 1)))
                .isEmpty();
        assertThat(bench.drawing(bench.client, shot, 1, 5).strokes()).isEmpty();
        assertThat(bench.drawing(bench.maria, shot, 1, 5).strokes()).hasSize(1);
        assertThatExceptionOfType(NoSuchNote.class)
                .isThrownBy(() -> bench.read(notes -> notes.drawing(bench.client, shot, note)));
    }

    @Test
    void whatIsSaidInAThreadOfTheTeamStaysThere() {
        var note = bench.note(bench.maria, shot, "internal");

        var answer = bench.answer(bench.tom, shot, note, "for the client?", Visibility.CLIENT);

        assertThat(bench.detail(shot, answer).visibility()).isEqualTo(Visibility.TEAM);
    }

    @Test
    void guestsReadNoUsernames() {
        bench.note(bench.maria, shot, "hello", Visibility.CLIENT);

        var seen = bench.threads(bench.client, shot, 1).get(0).note().author();

        assertThat(seen.displayName()).isEqualTo(bench.maria.displayName());
        assertThat(seen.username()).isEmpty();
    }

    @Test
    void aNoteOfAnotherItemIsNotThere() {
        var note = bench.note(bench.maria, shot, "here");
        var other = bench.lines.shot("sh020");

        refused(NoSuchNote.class, desk -> desk.resolve(bench.maria, other, note));
        refused(NoSuchNote.class, desk -> desk.edit(bench.maria, other, note, "x"));
        refused(NoSuchNote.class, desk -> desk.delete(bench.maria, other, note));
        refused(NoSuchNote.class, desk -> desk.block(bench.maria, other, note, true));
        refused(
                NoSuchNote.class,
                desk -> desk.reply(
                        bench.maria,
                        new ReplyDraft(NoteId.random(), other, note, "x", Visibility.TEAM, List.of(), none())));
        assertThat(bench.<Optional<NoteThread>>read(notes -> notes.thread(bench.maria, other, 1, note)))
                .isEmpty();
    }

    @Test
    void answersFollowInTheirOrderAndAnswerTheThread() {
        var note = bench.note(bench.maria, shot, "first");
        var second = bench.answer(bench.tom, shot, note, "second");
        bench.answer(bench.maria, shot, second, "third");

        var thread = bench.threads(bench.maria, shot, 1).get(0);

        assertThat(thread.answers()).extracting(NoteDetail::text).containsExactly("second", "third");
        assertThat(thread.answers())
                .allSatisfy(answer -> assertThat(answer.thread()).isEqualTo(note));
        assertThat(bench.heard).last().isEqualTo(heard(1, 0));
    }

    @Test
    void answeringTwiceIsAnsweringOnce() {
        var note = bench.note(bench.maria, shot, "first");
        var answer = reply(note, Visibility.TEAM);

        bench.at(desk -> desk.reply(bench.tom, answer));
        bench.at(desk -> desk.reply(bench.tom, answer));

        assertThat(bench.threads(bench.maria, shot, 1).get(0).answers()).hasSize(1);
    }

    @Test
    void theWordsChangeWhileNobodyHasHeardThem() {
        var note = bench.note(bench.maria, shot, "typpo");
        bench.clock.advance(Duration.ofSeconds(4));

        bench.at(desk -> desk.edit(bench.maria, shot, note, "typo"));

        assertThat(bench.detail(shot, note).text()).isEqualTo("typo");
        assertThat(bench.detail(shot, note).editedAt()).contains(bench.clock.instant());
        assertThat(bench.lines.deliverEverything()).isEmpty();
        bench.clock.advance(Duration.ofSeconds(6));
        var owed = bench.lines.deliverEverything();
        assertThat(owed)
                .singleElement()
                .satisfies(event -> assertThat(told(event).note().text()).isEqualTo("typo"));
        assertThat(bench.ledger.acts(shot.value())).containsExactly(Act.NOTE_CREATED, Act.NOTE_EDITED);
        assertThat(bench.ledger.last().before().getString("text")).isEqualTo("typpo");
    }

    @Test
    void theWordsStayOnceTheyAreOutOrAnswered() {
        var out = bench.note(bench.maria, shot, "out");
        bench.clock.advance(LineBench.GRACE);
        var answered = bench.note(bench.maria, shot, "answered");
        bench.answer(bench.tom, shot, answered, "indeed");

        refused(TooLateToEdit.class, desk -> desk.edit(bench.maria, shot, out, "x"));
        refused(TooLateToEdit.class, desk -> desk.edit(bench.maria, shot, answered, "x"));
        refused(NotAllowed.class, desk -> desk.edit(bench.tom, shot, out, "x"));
        bench.at(desk -> desk.edit(bench.maria, shot, out, "out"));
        assertThat(bench.detail(shot, out).editedAt()).isEmpty();
    }

    @Test
    void aDrawingGetsItsFirstWordsWhenTheyCome() {
        var note = bench.drawn(bench.maria, shot, 5, Strokes.dot(5));
        assertThat(bench.leavesLater()).hasSize(1);

        bench.at(desk -> desk.edit(bench.maria, shot, note, "this edge"));

        assertThat(bench.detail(shot, note).text()).isEqualTo("this edge");
        assertThat(bench.leavesLater())
                .singleElement()
                .satisfies(event -> assertThat(told(event).note().text()).isEqualTo("this edge"));
        refused(TooLateToEdit.class, desk -> desk.edit(bench.maria, shot, note, "x"));
    }

    @Test
    void wordsAreNotTakenFromANoteThatShowsNothing() {
        var note = bench.note(bench.maria, shot, "words");

        refused(EmptyNote.class, desk -> desk.edit(bench.maria, shot, note, " "));
    }

    @Test
    void aDeletedNoteLeavesItsPlaceButNotItsWords() {
        var note = bench.write(
                bench.maria,
                bench.draft(shot, 1, frame(3), "oops @tom", Visibility.TEAM, true, List.of(Strokes.dot(3))));
        bench.answer(bench.tom, shot, note, "what was it?");
        refused(NotAllowed.class, desk -> desk.delete(bench.tom, shot, note));

        bench.at(desk -> desk.delete(bench.maria, shot, note));
        bench.at(desk -> desk.delete(bench.maria, shot, note));

        var thread = bench.threads(bench.maria, shot, 1).get(0);
        assertThat(thread.note().state()).isEqualTo(NoteState.DELETED);
        assertThat(thread.note().text()).isEmpty();
        assertThat(thread.note().drawn()).isFalse();
        assertThat(thread.note().extras()).isEqualTo(NoteExtras.NONE);
        assertThat(thread.note().author().displayName()).isEqualTo("maria");
        assertThat(thread.answers()).hasSize(1);
        assertThat(bench.drawing(bench.maria, shot, 1, 3).strokes()).isEmpty();
        assertThat(bench.<List<NotePin>>read(notes -> notes.pins(bench.maria, shot, 1)))
                .isEmpty();
        assertThat(bench.heard).last().isEqualTo(heard(0, 0));
        refused(NoteDeleted.class, desk -> desk.reply(bench.tom, reply(note, Visibility.TEAM)));
        refused(NoteDeleted.class, desk -> desk.resolve(bench.maria, shot, note));
        refused(NoteDeleted.class, desk -> desk.edit(bench.maria, shot, note, "x"));
    }

    @Test
    void whatWasDeletedBeforeItWasOutIsNeverTold() {
        var note = bench.note(bench.maria, shot, "oops");

        bench.at(desk -> desk.delete(bench.maria, shot, note));

        assertThat(bench.leavesLater()).isEmpty();
    }

    @Test
    void whatWasDeletedAfterItWasOutIsToldAsSettled() {
        var note = bench.note(bench.maria, shot, "oops");
        bench.leavesLater();

        bench.at(desk -> desk.delete(bench.maria, shot, note));

        assertThat(bench.leavesLater()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(OwedKind.NOTE_RESOLVED);
            assertThat(told(event).state()).isEqualTo(NoteState.DELETED);
            assertThat(told(event).note().text()).isEmpty();
        });
    }

    @Test
    void aDeletionCanBeUndoneForAMoment() {
        var untold = bench.note(bench.maria, shot, "untold");
        bench.at(desk -> desk.delete(bench.maria, shot, untold));
        bench.at(desk -> desk.restore(bench.maria, shot, untold));
        bench.at(desk -> desk.restore(bench.maria, shot, untold));
        assertThat(bench.detail(shot, untold).text()).isEqualTo("untold");
        assertThat(bench.heard).last().isEqualTo(heard(1, 0));
        assertThat(bench.leavesLater())
                .singleElement()
                .satisfies(event -> assertThat(told(event).note().text()).isEqualTo("untold"));

        bench.at(desk -> desk.delete(bench.maria, shot, untold));
        bench.at(desk -> desk.restore(bench.maria, shot, untold));
        assertThat(bench.leavesLater()).isEmpty();

        bench.at(desk -> desk.delete(bench.maria, shot, untold));
        refused(NotAllowed.class, desk -> desk.restore(bench.lena, shot, untold));
        bench.clock.advance(LineBench.GRACE);
        refused(TooLateToUndo.class, desk -> desk.restore(bench.maria, shot, untold));
    }

    @Test
    void aThreadIsSettledByItsAuthorTheSubmitterOrALead() {
        for (var settler : List.of(bench.maria, bench.artist, bench.lena)) {
            var note = bench.note(bench.maria, shot, "fix");
            refused(NotAllowed.class, desk -> desk.resolve(bench.tom, shot, note));
            refused(NotAllowed.class, desk -> desk.resolve(bench.viewer, shot, note));

            bench.at(desk -> desk.resolve(settler, shot, note));

            assertThat(bench.detail(shot, note).state()).isEqualTo(NoteState.RESOLVED);
            assertThat(bench.detail(shot, note).resolved())
                    .contains(new Settled(settler.displayName(), bench.clock.instant()));
            refused(NotAllowed.class, desk -> desk.reopen(bench.tom, shot, note));
            bench.at(desk -> desk.reopen(settler, shot, note));
            assertThat(bench.detail(shot, note).state()).isEqualTo(NoteState.OPEN);
        }
        assertThat(bench.ledger.acts(shot.value())).endsWith(Act.NOTE_CREATED, Act.NOTE_RESOLVED, Act.NOTE_REOPENED);
    }

    @Test
    void aGuestSettlesOnlyTheirOwn() {
        var mine = bench.note(bench.client, shot, "mine", Visibility.CLIENT);
        var theirs = bench.note(bench.maria, shot, "theirs", Visibility.CLIENT);
        var lead = bench.guest("Boss", Role.LEAD);

        bench.at(desk -> desk.resolve(bench.client, shot, mine));

        assertThat(bench.detail(shot, mine).state()).isEqualTo(NoteState.RESOLVED);
        refused(NotAllowed.class, desk -> desk.resolve(bench.client, shot, theirs));
        refused(NotAllowed.class, desk -> desk.resolve(lead, shot, theirs));
    }

    @Test
    void settlingIsToldAfterTheGraceUnlessItIsTakenBack() {
        var note = bench.note(bench.maria, shot, "fix");
        bench.leavesLater();

        bench.at(desk -> desk.resolve(bench.maria, shot, note));
        bench.at(desk -> desk.resolve(bench.maria, shot, note));
        bench.at(desk -> desk.reopen(bench.maria, shot, note));
        bench.at(desk -> desk.reopen(bench.maria, shot, note));
        assertThat(bench.leavesLater()).isEmpty();

        bench.at(desk -> desk.resolve(bench.maria, shot, note));
        var settled = bench.leavesLater();
        assertThat(settled).extracting(OwedEvent::kind).containsExactly(OwedKind.NOTE_RESOLVED);
        assertThat(told(settled.get(0)).state()).isEqualTo(NoteState.RESOLVED);
        assertThat(told(settled.get(0)).by()).isEqualTo(NoteAuthor.of(bench.maria));

        bench.at(desk -> desk.reopen(bench.lena, shot, note));
        var reopened = bench.leavesLater();
        assertThat(reopened).extracting(OwedEvent::kind).containsExactly(OwedKind.NOTE_CREATED);
        assertThat(told(reopened.get(0)).state()).isEqualTo(NoteState.OPEN);

        bench.at(desk -> desk.resolve(bench.maria, shot, note));
        assertThat(bench.leavesLater()).extracting(OwedEvent::kind).containsExactly(OwedKind.NOTE_RESOLVED);
        assertThat(told(settled.get(0)).state()).isEqualTo(NoteState.RESOLVED);
    }

    @Test
    void everyNoteIsToldUnderAnIdOfItsOwn() {
        var note = bench.note(bench.maria, shot, "first");
        var answer = bench.answer(bench.tom, shot, note, "second");

        var owed = bench.leavesLater();

        assertThat(owed).extracting(OwedEvent::kind).containsOnly(OwedKind.NOTE_CREATED);
        assertThat(owed)
                .extracting(OwedEvent::subject)
                .containsExactly(Optional.of(note.value()), Optional.of(answer.value()));
        assertThat(owed.get(0).eventId())
                .isEqualTo(UUID.nameUUIDFromBytes(("NOTE_CREATED:" + note).getBytes())
                        .toString());
        var told = told(owed.get(1));
        assertThat(told.inReplyTo()).contains(note);
        assertThat(told.connection()).isEqualTo(bench.lines.connection());
        assertThat(told.item()).isEqualTo(shot);
        assertThat(told.lineKey()).isEqualTo("sh010");
    }

    @Test
    void theSubmitterAcknowledges() {
        var note = bench.note(bench.maria, shot, "fix");
        refused(NotAllowed.class, desk -> desk.acknowledge(bench.maria, shot, note));
        refused(NotAllowed.class, desk -> desk.acknowledge(bench.lena, shot, note));

        bench.at(desk -> desk.acknowledge(bench.artist, shot, note));
        bench.at(desk -> desk.acknowledge(bench.artist, shot, note));

        assertThat(bench.detail(shot, note).acknowledged()).contains(new Settled("The artist", bench.clock.instant()));
        assertThat(bench.detail(shot, note).state()).isEqualTo(NoteState.OPEN);
        assertThat(bench.ledger.acts(shot.value())).containsExactly(Act.NOTE_CREATED, Act.NOTE_ACKNOWLEDGED);
    }

    @Test
    void thoseWhoMayVoteSayWhatBlocks() {
        var note = bench.note(bench.maria, shot, "fix");
        assertThat(bench.heard).last().isEqualTo(heard(1, 0));

        bench.at(desk -> desk.block(bench.tom, shot, note, true));
        bench.at(desk -> desk.block(bench.tom, shot, note, true));
        assertThat(bench.detail(shot, note).blocking()).isTrue();
        assertThat(bench.heard).last().isEqualTo(heard(1, 1));

        bench.at(desk -> desk.block(bench.tom, shot, note, false));
        assertThat(bench.heard).last().isEqualTo(heard(1, 0));
        assertThat(bench.ledger.acts(shot.value())).containsExactly(Act.NOTE_CREATED, Act.NOTE_EDITED, Act.NOTE_EDITED);
    }

    @Test
    void aGuestWhoDecidesBlocksWithTheirOwnNotesOnly() {
        var decider = bench.guest("Decider", Role.REVIEWER);
        var theirs = bench.note(bench.maria, shot, "theirs", Visibility.CLIENT);

        var mine = bench.write(decider, blocking(Visibility.CLIENT));

        assertThat(bench.detail(shot, mine).blocking()).isTrue();
        refused(NotAllowed.class, desk -> desk.block(decider, shot, theirs, true));
    }

    @Test
    void theJudgeHearsHowManyNotesAreOpen() {
        var first = bench.note(bench.maria, shot, "one");
        bench.blocker(bench.maria, shot, "two");
        bench.answer(bench.tom, shot, first, "an answer is no note to be worked off");
        bench.at(desk -> desk.resolve(bench.maria, shot, first));
        bench.at(desk -> desk.reopen(bench.maria, shot, first));

        assertThat(bench.heard).containsExactly(heard(1, 0), heard(2, 1), heard(1, 1), heard(2, 1));
    }

    @Test
    void openNotesAreCarriedToTheNextVersion() {
        var open = bench.blocker(bench.maria, shot, "still there?");
        var done = bench.note(bench.maria, shot, "done");
        bench.at(desk -> desk.resolve(bench.maria, shot, done));
        bench.lines.shot("sh010");

        var carried = bench.threads(bench.maria, shot, 2);
        assertThat(carried).singleElement().satisfies(thread -> {
            assertThat(thread.note().id()).isEqualTo(open);
            assertThat(thread.note().carriedFrom()).hasValue(1);
        });
        assertThat(bench.threads(bench.maria, shot, 1))
                .extracting(thread -> thread.note().id())
                .containsExactlyInAnyOrder(open, done);

        bench.at(desk -> desk.resolve(bench.artist, shot, open));
        assertThat(bench.heard).last().isEqualTo(new Heard(bench.lines.version(shot, 2), 0, 0));
        assertThat(bench.threads(bench.maria, shot, 2)).isEmpty();
    }

    @Test
    void anOlderVersionCanStillBeTalkedAbout() {
        bench.lines.shot("sh010");

        bench.note(bench.maria, shot, "about the first");

        assertThat(bench.heard).last().isEqualTo(new Heard(bench.lines.version(shot, 2), 1, 0));
        assertThat(bench.threads(bench.maria, shot, 2).get(0).note().carriedFrom())
                .hasValue(1);
    }

    @Test
    void peopleAreMentionedByTheirUsernames() {
        var text = "@%s, please ask @%s. Not @nobody.here or mail@%s"
                .formatted(bench.tom.username(), bench.lena.username().toUpperCase(), bench.viewer.username());

        var note = bench.note(bench.maria, shot, text);

        assertThat(bench.detail(shot, note).extras().mentions())
                .containsExactly(bench.lena.username(), bench.tom.username());
        bench.at(desk -> desk.edit(bench.maria, shot, note, "@" + bench.tom.username()));
        assertThat(bench.detail(shot, note).extras().mentions()).containsExactly(bench.tom.username());
    }

    @Test
    void guestsDoNotFindOutWhoIsHere() {
        var note = bench.note(bench.client, shot, "@" + bench.tom.username(), Visibility.CLIENT);

        assertThat(bench.detail(shot, note).extras().mentions()).isEmpty();
    }

    @Test
    void theEventThatAskedForANoteIsWrittenDown() {
        bench.write(
                bench.maria,
                new NoteDraft(
                        NoteId.random(),
                        shot,
                        1,
                        new WholeVersion(),
                        "from the hub",
                        Visibility.TEAM,
                        false,
                        List.of(),
                        Optional.of("event-1")));

        assertThat(bench.ledger.last().causeEventId()).contains("event-1");
    }

    @Test
    void withoutGraceEverythingIsOutAtOnce() {
        var hasty = new FeedbackBench(database, NOWHERE, Duration.ZERO);
        var item = hasty.lines.shot("sh010");
        hasty.lines.deliverEverything();

        var note = hasty.note(hasty.maria, item, "out");

        assertThat(hasty.lines.deliverEverything()).hasSize(1);
        assertThatExceptionOfType(TooLateToEdit.class)
                .isThrownBy(() -> hasty.at(desk -> desk.edit(hasty.maria, item, note, "x")));
    }

    private NoteTold told(OwedEvent event) {
        return bench.<Optional<NoteTold>>read(
                        notes -> notes.told(event.subject().orElseThrow()))
                .orElseThrow();
    }

    private Heard heard(int open, int blocking) {
        return new Heard(bench.lines.version(shot, 1), open, blocking);
    }

    private NoteDraft at(ReviewItemId item, Place place) {
        return bench.draft(item, 1, place, "here", Visibility.TEAM, false, List.of());
    }

    private NoteDraft onVersion(int version) {
        return bench.draft(shot, version, new WholeVersion(), "here", Visibility.TEAM, false, List.of());
    }

    private NoteDraft blocking(Visibility visibility) {
        return bench.draft(shot, 1, new WholeVersion(), "stop", visibility, true, List.of());
    }

    private ReplyDraft reply(NoteId to, Visibility visibility) {
        return new ReplyDraft(NoteId.random(), shot, to, "answer", visibility, List.of(), none());
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private <T extends Throwable> ThrowableAssertAlternative<T> refused(Class<T> rule, Consumer<FeedbackDesk> work) {
        return assertThatExceptionOfType(rule).isThrownBy(() -> bench.at(work));
    }
}
