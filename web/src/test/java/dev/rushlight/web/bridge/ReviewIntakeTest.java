package dev.rushlight.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.hub.event.Event;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Receipt;
import dev.rushlight.review.RefusedSubmission;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.Submission;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReviewIntakeTest {
    private static final List<Duration> NO_PAUSES = List.of(Duration.ZERO, Duration.ZERO);

    private final FakeDesk desk = new FakeDesk();
    private final Taker submissions = new SubmissionTaker(ConnectionId.random(), desk, new SubmissionReader());
    private final List<JsonObject> replies = new ArrayList<>();
    private final ReviewIntake intake = intake(NO_PAUSES);

    @Test
    void goodSubmissionIsHandedToTheDesk() {
        var event = Contracts.example("webreview.submit.asset");

        intake.take(event);

        assertThat(desk.submitted)
                .singleElement()
                .extracting(Submission::eventId)
                .isEqualTo(event.id());
        assertThat(desk.refused).isEmpty();
        assertThat(replies).isEmpty();
    }

    @Test
    void unreadableSubmissionIsKeptWithItsReasons() {
        intake.take(Event.of("webreview.submit", JsonValue.TRUE));

        assertThat(desk.submitted).isEmpty();
        assertThat(desk.refused)
                .singleElement()
                .satisfies(refused -> assertThat(refused.errors()).isNotEmpty());
    }

    @Test
    void ownEventsAreIgnored() {
        intake.take(Contracts.example("webreview.submit.asset").withId("own"));

        assertThat(desk.submitted).isEmpty();
        assertThat(desk.refused).isEmpty();
    }

    @Test
    void databaseThatComesBackGetsTheSubmissionOnce() {
        desk.failures = 2;

        intake.take(Contracts.example("webreview.submit.task"));

        assertThat(desk.submitted).hasSize(1);
        assertThat(desk.attempts).isEqualTo(3);
    }

    @Test
    void submissionThatCannotBeStoredIsKeptAsRefused() {
        desk.failures = 3;

        intake.take(Contracts.example("webreview.submit.task"));

        assertThat(desk.submitted).isEmpty();
        assertThat(desk.refused)
                .singleElement()
                .satisfies(refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> {
                            assertThat(error.code()).isEqualTo("NOT_TAKEN");
                            assertThat(error.retryable()).isTrue();
                        }));
        assertThat(replies).isEmpty();
    }

    @Test
    void senderHearsOfADatabaseThatStaysAway() {
        desk.failures = 100;

        intake.take(Contracts.example("webreview.submit.task"));

        assertThat(replies).singleElement().satisfies(reply -> {
            assertThat(Contracts.violationsOrSurprises(reply)).isEmpty();
            assertThat(reply.toString()).contains("\"retryable\":true");
        });
    }

    @Test
    void replyThatFailsStaysInside() {
        desk.failures = 100;
        var mute = new ReviewIntake(
                event -> submissions,
                event -> false,
                (event, data) -> {
                    throw new IllegalStateException("The hub is gone, too");
                },
                Clock.systemUTC(),
                NO_PAUSES);

        mute.take(Contracts.example("webreview.submit.task"));

        assertThat(desk.submitted).isEmpty();
    }

    @Test
    void closingEndsTheWait() throws InterruptedException {
        desk.failures = 100;
        var patient = intake(List.of(Duration.ofDays(1)));
        var ended = new CountDownLatch(1);
        var thread = new Thread(() -> {
            patient.take(Contracts.example("webreview.submit.task"));
            ended.countDown();
        });
        thread.setDaemon(true);
        thread.start();

        patient.close();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private ReviewIntake intake(List<Duration> pauses) {
        return new ReviewIntake(
                event -> submissions,
                event -> event.id().equals("own"),
                (event, data) -> replies.add(data),
                Clock.systemUTC(),
                pauses);
    }

    /** A desk whose database is gone for a number of calls. */
    private static final class FakeDesk extends ReviewDesk {
        private final List<Submission> submitted = new ArrayList<>();
        private final List<RefusedSubmission> refused = new ArrayList<>();
        private int failures;
        private int attempts;

        @Override
        public Receipt submit(Submission submission) {
            failIfAsked();
            submitted.add(submission);
            return new Receipt(
                    true,
                    Optional.of(new ReviewItemId(UUID.randomUUID())),
                    OptionalInt.of(1),
                    Optional.of(Outcome.PENDING),
                    false,
                    "any-reviewer",
                    List.of(),
                    List.of(),
                    List.of());
        }

        @Override
        public Receipt refuse(RefusedSubmission submission) {
            failIfAsked();
            refused.add(submission);
            return new Receipt(
                    false,
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    false,
                    "",
                    List.of(),
                    List.of(),
                    submission.errors());
        }

        private void failIfAsked() {
            attempts++;
            if (failures > 0) {
                failures--;
                throw new IllegalStateException("The database is gone", new SQLTransientConnectionException("gone"));
            }
        }
    }
}
