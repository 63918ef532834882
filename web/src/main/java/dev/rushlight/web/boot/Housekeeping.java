package dev.rushlight.web.boot;

import dev.rushlight.exchange.PurgeDesk;
import dev.rushlight.ledger.LedgerDesk;
import dev.rushlight.people.DelegationDesk;
import dev.rushlight.review.Upkeep;
import dev.rushlight.review.UpkeepDesk;
import dev.rushlight.reviewsession.GuestLinkDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
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
    private final Clock clock;

    @Inject
    public Housekeeping(
            LedgerDesk ledger,
            PurgeDesk exchanged,
            GuestLinkDesk guests,
            DelegationDesk delegations,
            Upkeep upkeep,
            UpkeepDesk answers,
            Clock clock) {
        this.ledger = ledger;
        this.exchanged = exchanged;
        this.guests = guests;
        this.delegations = delegations;
        this.upkeep = upkeep;
        this.answers = answers;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Housekeeping() { // for CDI
        this(null, null, null, null, null, null, null);
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
        every(
                BETWEEN_SEALS,
                thread,
                "The ledger could not be sealed",
                () -> repeat(() -> ledger.seal().map(seal -> 1).orElse(0)));
        every(BETWEEN_ROUNDS, thread, "What is due could not be done", this::round);
        every(BETWEEN_PURGES, thread, "What is out of date could not be let go", () -> {
            var before = clock.instant().minus(kept);
            repeat(() -> exchanged.forgetReceived(before, BATCH));
            repeat(() -> exchanged.forgetSettled(before, BATCH));
            repeat(() -> guests.tend(BATCH));
            answers.forgetAnswers();
        });
    }

    private void round() {
        repeat(() -> delegations.endOverdue(BATCH));
        repeat(() -> upkeep.escalateDue(BATCH) ? 1 : 0);
        var last = upkeep.rejudgeOpen(Optional.empty(), BATCH);
        while (last.isPresent()) {
            last = upkeep.rejudgeOpen(last, BATCH);
        }
    }

    private static void every(Duration pause, ScheduledExecutorService thread, String failure, Runnable work) {
        thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException failed) {
                        LOG.warning(() -> "%s: %s".formatted(failure, failed));
                        LOG.log(Level.FINE, failure, failed);
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Until nothing is left, or it is time to let others have the database. */
    private static void repeat(IntSupplier batch) {
        var done = 0;
        while (done < MOST_BATCHES && batch.getAsInt() > 0) {
            done++;
        }
    }
}
