package dev.rushlight.web.boot;

import dev.rushlight.exchange.PurgeDesk;
import dev.rushlight.feedback.FeedbackPurgeDesk;
import dev.rushlight.ledger.LedgerDesk;
import dev.rushlight.ledger.Seal;
import dev.rushlight.people.DelegationDesk;
import dev.rushlight.review.OutdatedItem;
import dev.rushlight.review.SearchDesk;
import dev.rushlight.review.Upkeep;
import dev.rushlight.review.UpkeepDesk;
import dev.rushlight.reviewsession.GuestLinkDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Desks that note what they are asked for, and that have nothing to do. */
final class RecordedChores {

    static final List<String> ALL = List.of(
            "seal",
            "end delegations",
            "escalate",
            "rejudge",
            "backfill search",
            "forget received",
            "forget settled",
            "tend guests",
            "forget answers",
            "purge feedback",
            "sweep files");

    final List<String> done = new ArrayList<>();

    /** After which item each batch of open items was asked for. */
    final List<Optional<OutdatedItem>> rejudgedAfter = new ArrayList<>();

    String failing = "none";

    /** What is left after the first batch of open items; each batch takes that long. */
    Optional<OutdatedItem> toRejudge = Optional.empty();

    Duration batch = Duration.ZERO;
    private Instant now = Instant.parse("2026-11-29T12:00:00Z");

    Housekeeping housekeeping() {
        return new Housekeeping(
                new LedgerDesk() {
                    @Override
                    public Optional<Seal> seal() {
                        return note("seal", Optional.empty());
                    }
                },
                new PurgeDesk() {
                    @Override
                    public int forgetReceived(Instant before, int most) {
                        return note("forget received", 0);
                    }

                    @Override
                    public int forgetSettled(Instant before, int most) {
                        return note("forget settled", 0);
                    }
                },
                new GuestLinkDesk() {
                    @Override
                    public int tend(int most) {
                        return note("tend guests", 0);
                    }
                },
                new DelegationDesk() {
                    @Override
                    public int endOverdue(int max) {
                        return note("end delegations", 0);
                    }
                },
                new Upkeep() {
                    @Override
                    public Optional<OutdatedItem> rejudgeOpen(Optional<OutdatedItem> after, int max) {
                        now = now.plus(batch);
                        rejudgedAfter.add(after);
                        return note("rejudge", after.isEmpty() ? toRejudge : Optional.empty());
                    }

                    @Override
                    public boolean escalateDue(int max) {
                        return note("escalate", false);
                    }
                },
                new UpkeepDesk() {
                    @Override
                    public int forgetAnswers() {
                        return note("forget answers", 0);
                    }
                },
                new SearchDesk() {
                    @Override
                    public int backfill(int most) {
                        return note("backfill search", 0);
                    }
                },
                new FeedbackPurgeDesk() {
                    @Override
                    public Purged purge(Duration age, int max) {
                        return note("purge feedback", new Purged(0, 0, 0));
                    }

                    @Override
                    public int sweepFiles(Duration age, int max) {
                        return note("sweep files", 0);
                    }
                },
                ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
    }

    private <T> T note(String chore, T nothing) {
        if (chore.equals(failing)) {
            throw new IllegalStateException("no database");
        }
        done.add(chore);
        return nothing;
    }
}
