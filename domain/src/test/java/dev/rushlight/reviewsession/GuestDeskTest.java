package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.feedback.DrawnStroke;
import dev.rushlight.feedback.FeedbackRoom;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.installation.Database;
import dev.rushlight.ledger.Act;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.people.TooManyAttempts;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.CheckItem;
import dev.rushlight.review.Content;
import dev.rushlight.review.FieldChange;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.MediaType;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.TaskContent;
import dev.rushlight.review.VersionClosed;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class GuestDeskTest {

    private static final String ADDRESS = "192.0.2.1";

    private final Database database;
    private ReviewSessionBench bench;
    private ReviewSessionId id;

    GuestDeskTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheRoom() {
        bench = new ReviewSessionBench(database);
        id = bench.opened(3);
    }

    @Test
    void whoHasTheCodeComesIn() {
        var form = bench.form(GuestRight.COMMENT);
        var invited = bench.invited(id, form);

        var pass = bench.entered(" " + invited.code() + "\n", "", ADDRESS);

        assertThat(pass)
                .isEqualTo(new GuestPass(invited.link(), id, invited.guest(), GuestRight.COMMENT, form.expires()));
        assertThat(bench.ledger.last().act()).isEqualTo(Act.GUEST_ENTERED);
        assertThat(bench.ledger.last().line()).isEqualTo(id.value());
        assertThat(bench.ledger.last().author().username())
                .isEqualTo(invited.guest().username());
    }

    @Test
    void aPassLastsNoLongerThanTheReviewSession() {
        var plan = bench.detail(id).orElseThrow().plan();
        var end = bench.clock.instant().plus(Duration.ofDays(1));
        bench.at(desk -> desk.change(bench.lead, id, plan, plan.withDates(Optional.empty(), Optional.of(end))));

        assertThat(bench.entered(id, GuestRight.VIEW).expires()).isEqualTo(end);
    }

    @Test
    void aPassphraseIsAskedForWhereThereIsOne() {
        var invited = bench.invited(id, bench.form(GuestRight.VIEW).withPassphrase("open sesame"));

        assertThatExceptionOfType(WrongPassphrase.class).isThrownBy(() -> bench.entered(invited.code(), "", ADDRESS));
        assertThatExceptionOfType(WrongPassphrase.class)
                .isThrownBy(() -> bench.entered(invited.code(), "open barley", ADDRESS));
        assertThat(bench.entered(invited.code(), "open sesame", ADDRESS).link()).isEqualTo(invited.link());
        assertThat(bench.guests(id).get(0).entered()).isEqualTo(1);
    }

    @Test
    void guessingAPassphraseIsSlowedDownByLinkAndAddress() {
        var invited = bench.invited(id, bench.form(GuestRight.VIEW).withPassphrase("open sesame"));
        for (var turn = 0; turn < 5; turn++) {
            assertThatExceptionOfType(WrongPassphrase.class)
                    .isThrownBy(() -> bench.entered(invited.code(), "guess", ADDRESS));
        }

        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> bench.entered(invited.code(), "open sesame", ADDRESS));
        assertThat(bench.entered(invited.code(), "open sesame", "198.51.100.7").link())
                .isEqualTo(invited.link());
        bench.clock.advance(Duration.ofSeconds(2));
        assertThat(bench.entered(invited.code(), "open sesame", ADDRESS).link()).isEqualTo(invited.link());
    }

    @Test
    void ofAThousandGuessesInAQuarterOfAnHourHardlyAnyIsHeard() {
        var invited = bench.invited(id, bench.form(GuestRight.VIEW).withPassphrase("open sesame"));
        var before = bench.passwords.comparisons();
        for (var turn = 0; turn < 1_000; turn++) {
            try {
                bench.entered(invited.code(), "guess", ADDRESS);
            } catch (WrongPassphrase | TooManyAttempts expected) {
                bench.clock.advance(Duration.ofMillis(900));
            }
        }

        assertThat(bench.passwords.comparisons() - before).isBetween(5, 20);
    }

    @Test
    void whoTriesCodesIsSlowedDownAndNobodyWithAGoodOne() {
        var invited = bench.invited(id, bench.form(GuestRight.VIEW));
        for (var turn = 0; turn < 5; turn++) {
            var code = "code " + turn;
            assertThatExceptionOfType(LinkLeadsNowhere.class).isThrownBy(() -> bench.entered(code, "", ADDRESS));
        }
        var compared = bench.passwords.comparisons();

        assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> bench.entered("another", "", ADDRESS));
        assertThat(bench.passwords.comparisons()).isEqualTo(compared);
        assertThat(bench.entered(invited).link()).isEqualTo(invited.link());
    }

    @Test
    void noConnectionIsHeldWhileAPassphraseIsHashed() throws Exception {
        var enter = GuestDesk.class.getMethod("enter", String.class, String.class, String.class);

        assertThat(enter.getAnnotation(Transactional.class).value()).isEqualTo(TxType.NOT_SUPPORTED);
    }

    @Test
    void theReviewSessionIsShownWithoutWhoElseIsThere() {
        bench.decided(bench.order(id).get(0), 1);
        var pass = bench.entered(id, GuestRight.VIEW);

        var shown = bench.guest(desk -> desk.reviewSession(pass));

        assertThat(shown.name()).startsWith("Dailies");
        assertThat(shown.guestName()).isEqualTo("Anna Client");
        assertThat(shown.right()).isEqualTo(GuestRight.VIEW);
        assertThat(shown.expires()).isEqualTo(pass.expires());
        assertThat(shown.progress().decided()).isEqualTo(1);
        assertThat(GuestReviewSession.class.getRecordComponents()).hasSize(6);
    }

    @Test
    void itemsComeInOrderPageByPage() {
        var pass = bench.entered(id, GuestRight.VIEW);

        var seen = new ArrayList<ReviewItemId>();
        var cursor = Optional.<EntryCursor>empty();
        for (var page = items(pass, cursor); !page.isEmpty(); page = items(pass, cursor)) {
            page.forEach(item -> seen.add(item.item()));
            cursor = Optional.of(page.get(page.size() - 1).cursor());
        }

        assertThat(seen).isEqualTo(bench.order(id));
    }

    @Test
    void ofAnItemAGuestSeesTheShownVersionAndNothingBehindIt() {
        var task = new TaskContent(
                "wip",
                Optional.of("maria.k"),
                "Clean the plate",
                List.of(new FieldChange("status", "todo", "wip"), new FieldChange("Assignee", "tom", "maria.k")),
                List.of(new CheckItem("grain", true)),
                List.of());
        var item = bench.room.submitted(bench.project, "task", task);
        bench.at(desk -> desk.add(bench.lead, id, List.of(item), Keeping.PINNED));
        bench.vote(bench.lead, item, 1, Choice.REQUEST_CHANGES);
        bench.room.submitted(bench.project, "task", task);
        var pass = bench.entered(id, GuestRight.DECIDE);

        var shown = bench.guest(desk -> desk.item(pass, item));

        assertThat(shown.version()).isEqualTo(1);
        assertThat(shown.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(shown.takesVotes()).isFalse();
        assertThat(shown.description()).contains("first pass");
        assertThat(shown.ownVote()).isEmpty();
        assertThat(shown.submitter()).isEmpty();
        assertThat(((TaskContent) shown.content()).assignee()).isEmpty();
        assertThat(((TaskContent) shown.content()).fields()).containsExactly(new FieldChange("status", "todo", "wip"));
        assertThat(((TaskContent) shown.content()).checklist()).isEqualTo(task.checklist());
        assertThat(shown.toString()).doesNotContain("studio", "maria.k", "artist", "because", bench.lead.username());
    }

    @Test
    void thePictureOfANewerVersionIsNotShown() {
        var first = image("https://media.example/v1.png");
        var item = bench.room.submitted(bench.project, "still", first);
        bench.at(desk -> desk.add(bench.lead, id, List.of(item), Keeping.PINNED));
        var pass = bench.entered(id, GuestRight.VIEW);
        assertThat(items(pass, item).poster()).contains(URI.create("https://media.example/v1.png"));

        bench.room.submitted(bench.project, "still", image("https://media.example/v2.png"));

        assertThat(items(pass, item).poster()).isEmpty();
        assertThat(bench.<GuestItem>guest(desk -> desk.item(pass, item)).content())
                .isEqualTo(first);
        bench.at(desk -> desk.keepLatest(bench.lead, id, item));
        assertThat(items(pass, item).poster()).contains(URI.create("https://media.example/v2.png"));
    }

    @Test
    void aGuestsVoteIsCastUnderTheGuestsName() {
        var item = bench.order(id).get(1);
        var pass = bench.entered(id, GuestRight.DECIDE);

        bench.guest(desk -> desk.vote(pass, item, 1, Choice.REQUEST_CHANGES, "Too green"));

        var vote = bench.room.detail(item).versions().get(0).votes().get(0);
        assertThat(vote.voter()).isEqualTo(pass.guest().id());
        assertThat(vote.username()).isEqualTo(pass.guest().username());
        assertThat(vote.displayName()).isEqualTo("Anna Client");
        assertThat(vote.reason()).contains("Too green");
        var own =
                bench.<GuestItem>guest(desk -> desk.item(pass, item)).ownVote().orElseThrow();
        assertThat(own).isEqualTo(new GuestVote(Choice.REQUEST_CHANGES, Optional.of("Too green"), vote.castAt()));
        assertThat(items(pass, item).ownVote()).contains(Choice.REQUEST_CHANGES);
        var other = bench.entered(id, GuestRight.DECIDE);
        assertThat(items(other, item).ownVote()).isEmpty();
        assertThat(bench.<GuestItem>guest(desk -> desk.item(other, item)).ownVote())
                .isEmpty();
    }

    @Test
    void aStaleVoteIsToldOfTheNewerVersionOnlyWhereTheGuestMaySeeIt() {
        var latest = bench.submitted("latest");
        var pinned = bench.submitted("pinned");
        bench.at(desk -> desk.add(bench.lead, id, List.of(latest), Keeping.KEEP_LATEST));
        bench.at(desk -> desk.add(bench.lead, id, List.of(pinned), Keeping.PINNED));
        var pass = bench.entered(id, GuestRight.DECIDE);
        bench.submitted("latest");
        bench.submitted("pinned");

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> bench.guest(desk -> desk.vote(pass, latest, 1, Choice.APPROVE, "")))
                .withMessage("Version 1 was reviewed, but version 2 is current");
        assertThatExceptionOfType(VersionClosed.class)
                .isThrownBy(() -> bench.guest(desk -> desk.vote(pass, pinned, 1, Choice.APPROVE, "")))
                .withMessage("Version 1 takes no votes: it is SUPERSEDED");
        bench.guest(desk -> desk.vote(pass, latest, 2, Choice.APPROVE, ""));
        assertThat(items(pass, latest).ownVote()).contains(Choice.APPROVE);
    }

    @Test
    void aCommentIsANoteForTheEyesOfClientsInTheGuestsName() {
        var item = bench.order(id).get(0);
        var pass = bench.entered(id, GuestRight.COMMENT);
        var note = bench.note("The left edge flickers");

        var first = bench.says(desk -> desk.comment(new GuestSight(pass, item, 1), note));
        var again = bench.says(desk -> desk.comment(new GuestSight(pass, item, 1), note));

        assertThat(first).isEqualTo(note.id()).isEqualTo(again);
        assertThat(bench.threads(item)).singleElement().satisfies(thread -> {
            assertThat(thread.note().author().kind()).isEqualTo(PersonKind.GUEST);
            assertThat(thread.note().author().displayName()).isEqualTo("Anna Client");
            assertThat(thread.note().visibility()).isEqualTo(Visibility.CLIENT);
            assertThat(thread.note().text()).isEqualTo("The left edge flickers");
            assertThat(thread.note().blocking()).isFalse();
        });
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(
                        () -> bench.says(desk -> desk.comment(new GuestSight(pass, item, 2), bench.note("On what?"))));
    }

    @Test
    void aGuestReadsWhatIsForClientsAndNothingElse() {
        var item = bench.order(id).get(0);
        var pass = bench.entered(id, GuestRight.VIEW);
        bench.internalNote(item, "Because of the old grade");
        var meant = bench.clientNote(item, "The sky is not final");

        List<NoteThread> read =
                bench.says(desk -> desk.threads(new GuestSight(pass, item, 1), NoteFilter.ALL, Optional.empty(), 10));
        assertThat(read).singleElement().satisfies(thread -> {
            assertThat(thread.note().id()).isEqualTo(meant);
            assertThat(thread.note().author().username()).isEmpty();
        });
    }

    @Test
    void aGuestAnswersWhatIsForClientsAndNothingElse() {
        var item = bench.order(id).get(0);
        var pass = bench.entered(id, GuestRight.COMMENT);
        var theirs = bench.says(desk -> desk.comment(new GuestSight(pass, item, 1), bench.note("Why so dark?")));
        var internal = bench.internalNote(item, "Because of the old grade");

        bench.says(desk -> desk.answer(new GuestSight(pass, item, 1), theirs, bench.note("And the sky, too")));

        assertThat(bench.threads(item))
                .filteredOn(thread -> thread.note().id().equals(theirs))
                .singleElement()
                .satisfies(thread -> assertThat(thread.answers())
                        .singleElement()
                        .satisfies(answer -> assertThat(answer.visibility()).isEqualTo(Visibility.CLIENT)));
        assertThatExceptionOfType(NoSuchNote.class)
                .isThrownBy(() ->
                        bench.says(desk -> desk.answer(new GuestSight(pass, item, 1), internal, bench.note("What?"))));
    }

    @Test
    void theWaySaysWhereTheGuestIsAndWhatIsBeforeAndAfter() {
        var all = bench.opened(3);
        var order = bench.order(all);
        var pass = bench.entered(all, GuestRight.VIEW);

        var middle = bench.guest(desk -> desk.way(pass, order.get(1)));
        assertThat(middle.here()).isEqualTo(bench.entries(all).get(1).cursor());
        assertThat(middle.number()).isEqualTo(2);
        assertThat(middle.items()).isEqualTo(3);
        assertThat(middle.previous()).map(GuestItemSummary::item).contains(order.get(0));
        assertThat(middle.next()).map(GuestItemSummary::item).contains(order.get(2));
        assertThat(bench.guest(desk -> desk.way(pass, order.get(0))).previous()).isEmpty();
        assertThat(bench.guest(desk -> desk.way(pass, order.get(2))).next()).isEmpty();
    }

    @Test
    void aGuestWalksBackAsWellAsOn() {
        var all = bench.opened(5);
        var order = bench.order(all);
        var pass = bench.entered(all, GuestRight.DECIDE);
        bench.guest(desk -> desk.vote(pass, order.get(2), 1, Choice.APPROVE, ""));
        var here = bench.guest(desk -> desk.way(pass, order.get(3))).here();

        List<GuestItemSummary> before = bench.guest(desk -> desk.itemsBefore(pass, here, 2));

        assertThat(before).extracting(GuestItemSummary::item).containsExactly(order.get(1), order.get(2));
        assertThat(before.get(1).ownVote()).contains(Choice.APPROVE);
    }

    @Test
    void whatThereIsToLookAtIsThatOfTheShownVersionAlone() {
        var item = bench.order(id).get(0);
        var pass = bench.entered(id, GuestRight.VIEW);
        var content = bench.<GuestItem>guest(desk -> desk.item(pass, item)).content();

        assertThat(bench.<Content>guest(desk -> desk.content(new GuestSight(pass, item, 1))))
                .isEqualTo(content);
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> bench.guest(desk -> desk.content(new GuestSight(pass, item, 2))));
    }

    @Test
    void aGuestDoesNothingToWhatOthersSaid() {
        var item = bench.order(id).get(0);
        var sight = new GuestSight(bench.entered(id, GuestRight.COMMENT), item, 1);
        var leads = bench.clientNote(item, "The sky is not final");
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> bench.does(desk -> desk.resolve(sight, leads)));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> bench.does(desk -> desk.delete(sight, leads)));
        var internal = bench.internalNote(item, "Because of the old grade");
        assertThat(bench.<Optional<NoteThread>>says(desk -> desk.thread(sight, internal)))
                .isEmpty();
        assertThat(bench.<List<NotePin>>says(desk -> desk.pins(sight)))
                .singleElement()
                .satisfies(pin -> assertThat(pin.note()).isEqualTo(leads));
        assertThat(bench.says(desk -> desk.tally(sight)).all()).isEqualTo(1);
    }

    @Test
    void aGuestDrawsForTheEyesOfClientsAndSeesNothingOfTheTeam() {
        var shots = bench.openedWithShots(1);
        var item = bench.order(shots).get(0);
        var sight = new GuestSight(bench.entered(shots, GuestRight.COMMENT), item, 1);
        var internal = FeedbackRoom.dot(2);
        bench.leadDraws(item, internal, Visibility.TEAM);
        var dot = FeedbackRoom.dot(3);
        bench.drew(desk -> desk.draw(
                sight, new GuestNote(NoteId.random(), new OnFrames(0, FrameRange.single(3)), "", List.of(dot))));

        var sheet = bench.draws(desk -> desk.sheet(sight, 0)).orElseThrow();
        assertThat(sheet.marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.stroke()).isEqualTo(dot.id()));
        assertThat(bench.draws(desk -> desk.strokes(sight, 0, List.of(internal.id(), dot.id())))
                        .strokes())
                .extracting(DrawnStroke::stroke)
                .containsExactly(dot);
        assertThat(bench.threads(item))
                .filteredOn(thread ->
                        thread.note().drawn() && thread.note().author().kind() == PersonKind.GUEST)
                .singleElement()
                .satisfies(thread -> assertThat(thread.note().visibility()).isEqualTo(Visibility.CLIENT));
    }

    @Test
    void strokesOfAVersionThatIsNotShownStayUnseen() {
        var shots = bench.openedWithShots(1);
        var item = bench.order(shots).get(0);
        var old = FeedbackRoom.dot(2);
        var note = bench.leadDraws(item, old, Visibility.CLIENT);
        bench.settled(item, note);
        bench.shot(shots, 0);
        var sight = new GuestSight(bench.entered(shots, GuestRight.VIEW), item, 2);
        assertThat(bench.draws(desk -> desk.strokes(sight, 0, List.of(old.id())))
                        .strokes())
                .isEmpty();
    }

    @Test
    void whoMayOnlyLookDoesNotComment() {
        var item = bench.order(id).get(0);
        var pass = bench.entered(id, GuestRight.VIEW);

        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> bench.says(desk -> desk.comment(new GuestSight(pass, item, 1), bench.note("x"))));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> bench.says(
                        desk -> desk.answer(new GuestSight(pass, item, 1), NoteId.random(), bench.note("x"))));
        assertThat(bench.threads(item)).isEmpty();
    }

    @Test
    void whatALeadTakesOutIsGoneForGuestsAtOnce() {
        var item = bench.order(id).get(0);
        var pass = bench.entered(id, GuestRight.DECIDE);

        bench.at(desk -> desk.remove(bench.lead, id, List.of(item)));

        assertThatExceptionOfType(LinkLeadsNowhere.class).isThrownBy(() -> bench.guest(desk -> desk.item(pass, item)));
        assertThat(items(pass, Optional.empty())).hasSize(2);
    }

    @Test
    void functionsOfGuestsAreThoseOfTheLink() {
        var pass = bench.entered(bench.invited(id, bench.form(GuestRight.DECIDE).withFunctions(Set.of("director"))));

        assertThat(pass.guest().functions()).containsExactly("director");
        assertThat(pass.guest().role()).isEqualTo(Role.REVIEWER);
    }

    @Test
    void questionsCostTheSameHoweverManyItemsThereAre() {
        var large = bench.opened(40);
        var small = bench.entered(id, GuestRight.DECIDE);
        var wide = bench.entered(large, GuestRight.DECIDE);

        for (var pass : List.of(small, wide)) {
            var item = bench.order(pass.reviewSession()).get(0);
            assertThat(cost(() -> bench.guest(desk -> desk.items(pass, Optional.empty(), 100))))
                    .isEqualTo(3);
            assertThat(cost(() -> bench.guest(desk -> desk.item(pass, item)))).isEqualTo(7);
            assertThat(cost(() -> bench.guest(desk -> desk.reviewSession(pass))))
                    .isEqualTo(3);
        }
    }

    private int cost(Runnable question) {
        return bench.statementsOf(question).size();
    }

    private List<GuestItemSummary> items(GuestPass pass, Optional<EntryCursor> after) {
        return bench.guest(desk -> desk.items(pass, after, 2));
    }

    private GuestItemSummary items(GuestPass pass, ReviewItemId item) {
        return bench.<List<GuestItemSummary>>guest(desk -> desk.items(pass, Optional.empty(), 500)).stream()
                .filter(summary -> summary.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static MediaContent image(String url) {
        return new MediaContent(List.of(new Media(
                URI.create(url),
                MediaType.IMAGE,
                "image/png",
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                1,
                Optional.empty(),
                false,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty())));
    }
}
