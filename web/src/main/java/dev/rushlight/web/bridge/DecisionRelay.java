package dev.rushlight.web.bridge;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OutboxDesk;
import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings what is owed to one hub there.
 *
 * <p>The outbox is the queue: rows are claimed only while the hub is live, sent together (the desk never hands out two of
 * one line at a time), and every row is settled before the next are claimed. A crash anywhere in between leaves rows that
 * the next live connection recovers and sends again under the same event id.
 */
final class DecisionRelay {
    static final int BATCH = 64;

    /** How long to leave a database alone that failed. */
    static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** How often to look although nobody called: another process may have written. */
    static final Duration IDLE = Duration.ofSeconds(15);

    /** Answers, whose asker is here or gone, and what is only good to know. */
    private static final Set<OwedKind> CANNOT_WAIT = Set.of(OwedKind.RECEIPT, OwedKind.ITEM_RECEIVED);

    private static final Duration SOONEST = Duration.ofMillis(20);
    private static final Logger LOG = Logger.getLogger(DecisionRelay.class.getName());

    private final ConnectionId connection;
    private final OutboxDesk outbox;
    private final Function<OwedEvent, Event> writer;
    private final Outlet hub;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean called = new AtomicBoolean();

    /** Changed on the relay's thread: done when every claimed row is settled. */
    private volatile CompletableFuture<Void> underway = CompletableFuture.completedFuture(null);

    private volatile boolean closed;

    /** Confined to the relay's thread: whether rows may be left from an earlier connection or a failed claim. */
    private boolean leftovers = true;

    /** Confined to the relay's thread: until when the hub's other clients are given to come back. */
    private Instant othersBackBy = Instant.EPOCH;

    /** Confined to the relay's thread. */
    private Future<?> alarm = CompletableFuture.completedFuture(null);

    /** Everything but {@link #wake} and {@link #recover} happens on {@code thread}, which must have exactly one. */
    DecisionRelay(
            ConnectionId connection,
            OutboxDesk outbox,
            Function<OwedEvent, Event> writer,
            Outlet hub,
            Clock clock,
            ScheduledExecutorService thread) {
        this.connection = connection;
        this.outbox = outbox;
        this.writer = writer;
        this.hub = hub;
        this.clock = clock;
        this.thread = thread;
    }

    /** Something may be due; returns at once, from any thread. */
    void wake() {
        if (called.compareAndSet(false, true)) {
            later(() -> {
                called.set(false);
                drain();
            });
        }
    }

    /**
     * The hub is live again: whatever an earlier connection left behind is owed anew.
     *
     * @param others how long the hub's other clients may need to come back, too. Hubs do not repeat events, so decisions
     *     wait until they can hear them, unless this hub never heard of us before.
     */
    void recover(Duration others) {
        later(() -> {
            leftovers = true;
            othersBackBy = clock.instant().plus(others);
        });
        wake();
    }

    /** Claims nothing any more and ends the thread, once what is underway is settled or the patience is over. */
    void close(Duration patience) {
        closed = true;
        try {
            underway.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unsettled) {
            LOG.fine(() -> "What is owed to connection %s is recovered when it is live again".formatted(connection));
        }
        thread.shutdown();
    }

    private void drain() {
        if (closed || !underway.isDone() || !hub.isLive()) {
            return;
        }
        try {
            if (leftovers) {
                takeOver();
            }
            var comeback = Duration.between(clock.instant(), othersBackBy);
            var othersAreBack = comeback.isNegative() || comeback.isZero();
            var claimed = outbox.claim(connection, othersAreBack ? OwedKind.ALL : CANNOT_WAIT, BATCH);
            if (claimed.isEmpty()) {
                wakeAfter(othersAreBack ? untilNext() : comeback);
            } else {
                send(claimed);
            }
        } catch (RuntimeException | Error failed) {
            warn("read", failed);
            leftovers = true;
            wakeAfter(AFTER_FAILURE);
        }
    }

    private void takeOver() {
        outbox.recover(connection);
        if (!outbox.hasHistory(connection)) {
            othersBackBy = Instant.EPOCH;
        }
        leftovers = false;
    }

    private void send(List<OwedEvent> claimed) {
        underway = new CompletableFuture<>();
        var sent = claimed.stream().map(this::send).toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new))
                .thenRun(() -> later(
                        () -> settle(sent.stream().map(CompletableFuture::join).toList())));
    }

    private CompletableFuture<Sent> send(OwedEvent owed) {
        try {
            return hub.publish(writer.apply(owed))
                    .handle((delivery, failure) ->
                            new Sent(owed, failure == null ? delivery : Delivery.unconfirmed(String.valueOf(failure))))
                    .toCompletableFuture();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "Event %s cannot be written".formatted(owed.eventId()));
            return CompletableFuture.completedFuture(new Sent(owed, Delivery.unconfirmed(reason(failed))));
        }
    }

    private void settle(List<Sent> sent) {
        var unsettled = new ArrayList<>(sent);
        try {
            var acknowledged = sent.stream().filter(Sent::isAcknowledged).toList();
            outbox.acknowledged(acknowledged.stream().map(Sent::row).toList());
            unsettled.removeAll(acknowledged);
            for (var failed : List.copyOf(unsettled)) {
                giveBack(failed);
                unsettled.remove(failed);
            }
        } catch (RuntimeException | Error failed) {
            warn("written", failed);
            later(() -> settle(unsettled), AFTER_FAILURE);
            return;
        }
        underway.complete(null);
        drain();
    }

    private void giveBack(Sent sent) {
        var detail = sent.delivery().detail();
        LOG.fine(() -> "Event %s did not arrive: %s".formatted(sent.owed().eventId(), detail));
        switch (sent.delivery().result()) {
            case REFUSED -> outbox.refused(sent.row(), detail);
            case UNCONFIRMED -> outbox.released(sent.row(), detail);
            case ACKNOWLEDGED ->
                throw new IllegalArgumentException("The hub has " + sent.owed().eventId());
        }
    }

    private Duration untilNext() {
        var pause = outbox.nextDue(connection)
                .map(due -> Duration.between(clock.instant(), due))
                .orElse(IDLE);
        if (pause.compareTo(SOONEST) < 0) {
            return SOONEST;
        }
        return pause.compareTo(IDLE) > 0 ? IDLE : pause;
    }

    private void wakeAfter(Duration pause) {
        alarm.cancel(false);
        later(this::drain, pause).ifPresent(planned -> alarm = planned);
    }

    private void later(Runnable work) {
        later(work, Duration.ZERO);
    }

    /** Plans the work, unless the relay was closed: then the next process recovers what is left. */
    private Optional<Future<?>> later(Runnable work, Duration pause) {
        try {
            return Optional.of(thread.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException closed) {
            return Optional.empty();
        }
    }

    /** Briefly, since it may come every second until the database is back. */
    private void warn(String what, Throwable failed) {
        LOG.warning(() -> "The outbox of connection %s cannot be %s: %s".formatted(connection, what, failed));
        LOG.log(Level.FINE, "The outbox failed", failed);
    }

    private static String reason(RuntimeException failed) {
        return Optional.ofNullable(failed.getMessage())
                .orElseGet(() -> failed.getClass().getSimpleName());
    }

    /** One claimed row and what became of it. */
    private record Sent(OwedEvent owed, Delivery delivery) {
        long row() {
            return owed.id();
        }

        boolean isAcknowledged() {
            return delivery.result() == Delivery.Result.ACKNOWLEDGED;
        }
    }
}
