package dev.rushlight.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does what is due, item by item; one that fails is left for the next time and holds nobody up. The log is told of it when
 * it begins to fail.
 */
@ApplicationScoped
public class Upkeep {

    private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());
    private static final int FAILURES_REMEMBERED = 1000;

    private final UpkeepDesk desk;
    private final Set<Failure> failing = ConcurrentHashMap.newKeySet();

    private record Failure(ReviewItemId item, String work) {}

    @Inject
    Upkeep(UpkeepDesk desk) {
        this.desk = desk;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected Upkeep() { // for CDI
        this(null);
    }

    /**
     * Judges open items anew that were judged before it last changed whom policies can ask.
     *
     * @return where to go on; nothing when all are done
     */
    public Optional<OutdatedItem> rejudgeOpen(Optional<OutdatedItem> after, int max) {
        var batch = desk.outdated(after, max);
        batch.stream().map(OutdatedItem::id).forEach(one(desk::rejudge, "judged anew"));
        return batch.size() < max ? Optional.empty() : Optional.of(batch.get(batch.size() - 1));
    }

    /**
     * Has overdue items wait for somebody else as well.
     *
     * @return whether there may be more
     */
    public boolean escalateDue(int max) {
        var batch = desk.overdue(max);
        batch.forEach(one(desk::escalate, "escalated"));
        return batch.size() == max;
    }

    private Consumer<ReviewItemId> one(Consumer<ReviewItemId> work, String done) {
        return id -> {
            var failure = new Failure(id, done);
            try {
                work.accept(id);
                failing.remove(failure);
            } catch (RuntimeException failed) {
                if (begins(failure)) {
                    LOG.log(
                            Level.WARNING,
                            failed,
                            () -> "Item %s could not be %s; it is tried again and again".formatted(id, done));
                }
            }
        };
    }

    private boolean begins(Failure failure) {
        if (failing.size() >= FAILURES_REMEMBERED) {
            failing.clear();
        }
        return failing.add(failure);
    }
}
