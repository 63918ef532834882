package dev.rushlight.web.boot;

import dev.rushlight.exchange.PurgeDesk;
import dev.rushlight.feedback.FeedbackPurgeDesk;
import dev.rushlight.ledger.LedgerDesk;
import dev.rushlight.people.DelegationDesk;
import dev.rushlight.review.OutdatedItem;
import dev.rushlight.review.SearchDesk;
import dev.rushlight.review.Upkeep;
import dev.rushlight.review.UpkeepDesk;
import dev.rushlight.reviewsession.GuestLinkDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * What has to be done again and again, whether or not anybody comes: the ledger is sealed, and what is kept for a time only
 * goes, a batch at a time. Several servers may do it at once; each batch is a transaction of its own.
 */
@ApplicationScoped
public class Housekeeping {

    /** What the newest acts can be cut off within before a seal shows it. */
    private static final Duration BETWEEN_SEALS = Duration.ofSeconds(10);

    /** How soon it shows that somebody came, went, is overdue or is represented no more. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(15);

    private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

    /** How long one chore keeps the others waiting. */
    private static final Duration TURN = Duration.ofSeconds(5);

    /** How long what people took back can still be found by whoever looks after the database. */
    private static final Duration TAKEN_BACK_KEPT = Duration.ofDays(30);

    /** Longer than any upload takes whose note is still to be written. */
    private static final Duration STRAY_FILES_KEPT = Duration.ofDays(1);

    private static final Pattern DAYS = Pattern.compile("[1-9]\\d{0,2}|[1-2]\\d{3}|3[0-5]\\d{2}|36[0-4]\\d|3650");
    private static final int USUALLY_KEPT = 90;
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 1_000;
    private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());

    private final LedgerDesk ledger;
    private final PurgeDesk exchanged;
    private final GuestLinkDesk guests;
    private final DelegationDesk delegations;
    private final Upkeep upkeep;
    private final UpkeepDesk answers;
    private final SearchDesk search;
    private final FeedbackPurgeDesk feedback;
    private final Clock clock;

    /** Where judging open items anew has come to; of the thread that does the chores. */
    private Optional<OutdatedItem> judgedUpTo = Optional.empty();

    @Inject
    public Housekeeping(
            LedgerDesk ledger,
            PurgeDesk exchanged,
            GuestLinkDesk guests,
            DelegationDesk delegations,
            Upkeep upkeep,
            UpkeepDesk answers,
            SearchDesk search,
            FeedbackPurgeDesk feedback,
            Clock clock) {
        this.ledger = ledger;
        this.exchanged = exchanged;
        this.guests = guests;
        this.delegations = delegations;
        this.upkeep = upkeep;
        this.answers = answers;
        this.search = search;
        this.feedback = feedback;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Housekeeping() { // for CDI
        this(null, null, null, null, null, null, null, null, null);
    }

    /** How long what was exchanged with hubs is kept: {@code RUSHLIGHT_KEEP_EVENTS}, in days, from 1 to 3650. */
    static Duration kept(Function<String, Optional<String>> setting) {
        var days = setting.apply("RUSHLIGHT_KEEP_EVENTS").map(String::strip).filter(text -> !text.isEmpty());
        if (days.filter(text -> !DAYS.matcher(text).matches()).isPresent()) {
            throw new IllegalArgumentException(
                    "RUSHLIGHT_KEEP_EVENTS must be a number of days from 1 to 3650, not " + days.get());
        }
        return Duration.ofDays(days.map(Integer::parseInt).orElse(USUALLY_KEPT));
    }

    /** @param kept how long what was exchanged with hubs is kept */
    void begin(Duration kept, ScheduledExecutorService thread) {
        for (var chore : chores(kept)) {
            var pause = chore.pause().toMillis();
            thread.scheduleWithFixedDelay(chore, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** All that is to be done, each for itself: one that fails keeps none of the others from being done. */
    List<Chore> chores(Duration kept) {
        return List.of(
                new Chore(
                        BETWEEN_SEALS,
                        "The ledger could not be sealed",
                        () -> repeat(() -> ledger.seal().map(seal -> 1).orElse(0))),
                new Chore(
                        BETWEEN_ROUNDS,
                        "Delegations that are over could not be ended",
                        () -> repeat(() -> delegations.endOverdue(BATCH))),
                new Chore(
                        BETWEEN_ROUNDS,
                        "What is overdue could not be escalated",
                        () -> repeat(() -> upkeep.escalateDue(BATCH) ? 1 : 0)),
                new Chore(BETWEEN_ROUNDS, "Open items could not be judged anew", this::rejudge),
                new Chore(
                        BETWEEN_ROUNDS,
                        "Older items could not be made found",
                        () -> repeat(() -> search.backfill(BATCH))),
                new Chore(
                        BETWEEN_PURGES,
                        "Old events from hubs could not be forgotten",
                        () -> repeat(() -> exchanged.forgetReceived(before(kept), BATCH))),
                new Chore(
                        BETWEEN_PURGES,
                        "Old events to hubs could not be forgotten",
                        () -> repeat(() -> exchanged.forgetSettled(before(kept), BATCH))),
                new Chore(
                        BETWEEN_PURGES,
                        "Links of guests that are over could not be forgotten",
                        () -> repeat(() -> guests.tend(BATCH))),
                new Chore(BETWEEN_PURGES, "Answers to old requests could not be forgotten", answers::forgetAnswers),
                new Chore(
                        BETWEEN_PURGES,
                        "Feedback that was taken back could not be forgotten",
                        () -> repeat(
                                () -> feedback.purge(TAKEN_BACK_KEPT, BATCH).total())),
                new Chore(
                        BETWEEN_PURGES,
                        "Files that belong to nothing could not be deleted",
                        () -> repeat(() -> feedback.sweepFiles(STRAY_FILES_KEPT, BATCH))));
    }

    /** One thing that is done again and again, with a pause in between. */
    record Chore(Duration pause, String failure, Runnable work) implements Runnable {

        @Override
        public void run() {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.warning(() -> "%s: %s".formatted(failure, failed));
                LOG.log(Level.FINE, failure, failed);
            }
        }
    }

    /** As far as it gets in its turn; the next one goes on from there. */
    private void rejudge() {
        var end = clock.instant().plus(TURN);
        do {
            judgedUpTo = upkeep.rejudgeOpen(judgedUpTo, BATCH);
        } while (judgedUpTo.isPresent() && clock.instant().isBefore(end));
    }

    private Instant before(Duration kept) {
        return clock.instant().minus(kept);
    }

    /** Until nothing is left, or its turn is over. */
    private void repeat(IntSupplier batch) {
        var end = clock.instant().plus(TURN);
        var done = 0;
        while (done < MOST_BATCHES && clock.instant().isBefore(end) && batch.getAsInt() > 0) {
            done++;
        }
    }
}
