package dev.rushlight.web.bridge;

import dev.rushlight.connection.Arrival;
import dev.rushlight.connection.ErrandDesk;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.review.SubmissionError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps what came over a hub in an event's place and cannot be read, with the reason, where administrators see it. Nobody
 * can be answered, because nobody knows who asked what; the same text is kept once.
 */
@ApplicationScoped
public class UnreadableEvents {
    /** Stands for the topic that nobody could read. */
    static final String TOPIC = "(unreadable)";

    private static final String CODE = "UNREADABLE";
    private static final int MOST_WAITING = 100;
    private static final Logger LOG = Logger.getLogger(UnreadableEvents.class.getName());

    private final ErrandDesk errands;
    private final Clock clock;
    private volatile Optional<ThreadPoolExecutor> thread = Optional.empty();

    @Inject
    public UnreadableEvents(ErrandDesk errands, Clock clock) {
        this.errands = errands;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected UnreadableEvents() { // for CDI
        this(null, null);
    }

    /** From here on things are kept, on a thread of their own; before and after they are logged only. */
    public void begin(ThreadFactory threads) {
        thread = Optional.of(new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                threads,
                (task, full) -> LOG.warning("An event that cannot be read is not kept: too many come at once")));
    }

    public void end() {
        thread.ifPresent(ThreadPoolExecutor::shutdown);
        thread = Optional.empty();
    }

    /** Returns at once. */
    public void keep(ConnectionId connection, Optional<String> user, String text, String why) {
        LOG.info(() -> "An event%s cannot be read: %s"
                .formatted(user.map(name -> " of " + name).orElse(""), Characters.printable(why)));
        thread.ifPresent(one -> one.execute(() -> store(connection, user, text, why)));
    }

    private void store(ConnectionId connection, Optional<String> user, String text, String why) {
        try {
            var reason = new SubmissionError(CODE, "", why, false);
            errands.refuse(
                    new Arrival(
                            connection, Envelope.digest(text), TOPIC, clock.instant(), user, Optional.empty(), text),
                    EventWriter.refusal(HubCounter.RECEIPT, List.of(reason)));
        } catch (RuntimeException failed) {
            LOG.warning(() -> "An event that cannot be read could not be kept: " + failed);
            LOG.log(Level.FINE, "It could not be kept", failed);
        }
    }
}
