package dev.rushlight.web.bridge;

import dev.rushlight.hub.event.Event;
import dev.rushlight.review.SubmissionError;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Takes in what one hub asks for, in the order in which they came.
 *
 * <p>Runs on the hub's handler thread and lets nothing escape from it. While the database fails, later events wait
 * behind the first: version 2 must not overtake version 1.
 */
final class ReviewIntake {
    /** The pauses between the attempts to store one event. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(100),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4));

    /** SQL states of what passes: connections, transactions that gave way, resources, an operator's shutdown, locks. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "90", "HY");

    private static final SubmissionError NOT_TAKEN =
            new SubmissionError("NOT_TAKEN", "", "It could not be stored; send it again later", true);
    private static final Logger LOG = Logger.getLogger(ReviewIntake.class.getName());

    private final Function<Event, Taker> takers;
    private final Predicate<Event> ours;
    private final BiConsumer<Event, JsonObject> reply;
    private final Clock clock;
    private final List<Duration> pauses;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param takers whoever takes this event in
     * @param ours tells events that this installation sent itself
     * @param reply answers an event at once, past the outbox, when there is no storing the answer
     */
    ReviewIntake(
            Function<Event, Taker> takers, Predicate<Event> ours, BiConsumer<Event, JsonObject> reply, Clock clock) {
        this(takers, ours, reply, clock, PAUSES);
    }

    ReviewIntake(
            Function<Event, Taker> takers,
            Predicate<Event> ours,
            BiConsumer<Event, JsonObject> reply,
            Clock clock,
            List<Duration> pauses) {
        this.takers = takers;
        this.ours = ours;
        this.reply = reply;
        this.clock = clock;
        this.pauses = pauses;
    }

    void take(Event event) {
        try {
            if (!ours.test(event) && !stored(event)) {
                refuse(event);
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, failed, () -> "Event %s was lost".formatted(name(event)));
        }
    }

    /** Lets an event that waits for the database go, so that its hub's thread can end. */
    void close() {
        closed.countDown();
    }

    /** Tries again only while the database is away; whatever else fails would fail again, and others wait behind it. */
    private boolean stored(Event event) {
        var taker = takers.apply(event);
        for (var pause : pauses) {
            var failure = hand(() -> taker.take(event, clock.instant()), event);
            if (failure.isEmpty()) {
                return true;
            }
            if (!isPassing(failure.get()) || isClosedWithin(pause)) {
                return false;
            }
        }
        return hand(() -> taker.take(event, clock.instant()), event).isEmpty();
    }

    private Optional<RuntimeException> hand(Supplier<List<SubmissionError>> work, Event event) {
        try {
            log(event, work.get());
            return Optional.empty();
        } catch (RuntimeException failed) {
            LOG.warning(() -> "Event %s could not be stored: %s".formatted(name(event), failed));
            LOG.log(Level.FINE, "The event could not be stored", failed);
            return Optional.of(failed);
        }
    }

    /** Whether it was the database, in a way that may be over soon: no connection, a lock, no room, a shutdown. */
    private static boolean isPassing(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(failed -> failed instanceof SQLTransientException
                        || Optional.ofNullable(failed.getSQLState())
                                .filter(state -> state.length() == 5)
                                .map(state -> PASSING.contains(state.substring(0, 2)))
                                .orElse(true));
    }

    /** Keeps it as refused if at least that works, so that it is seen; else only its sender hears of it. */
    private void refuse(Event event) {
        var taker = takers.apply(event);
        if (hand(() -> taker.refuse(event, clock.instant(), NOT_TAKEN), event).isPresent()) {
            LOG.severe(() -> "Event %s was given up; its sender is told to try again".formatted(name(event)));
            reply.accept(event, taker.refusal(NOT_TAKEN));
        }
    }

    private boolean isClosedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void log(Event event, List<SubmissionError> errors) {
        if (errors.isEmpty()) {
            LOG.fine(() -> "Event %s was taken".formatted(name(event)));
        } else {
            LOG.info(() -> "Event %s was refused: %s"
                    .formatted(
                            name(event),
                            errors.stream().map(SubmissionError::code).toList()));
        }
    }

    /** An event's id as it may stand in a log. */
    private static String name(Event event) {
        return Envelope.of(event).eventId();
    }
}
