package dev.rushlight.review;

import dev.rushlight.people.PeopleDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What has to be done although nobody acts on an item: whoever runs it asks for a list, and does one item of it at a time,
 * each a transaction of its own. To do one twice, or from two processes at once, does no harm.
 */
@ApplicationScoped
@Transactional
public class UpkeepDesk {

    private static final Duration ANSWERS_LAST = Duration.ofDays(7);

    private final JpaReviewItems items;
    private final Verdicts verdicts;
    private final PeopleDesk people;
    private final Clock clock;

    @Inject
    UpkeepDesk(JpaReviewItems items, Verdicts verdicts, PeopleDesk people, Clock clock) {
        this.items = items;
        this.verdicts = verdicts;
        this.people = people;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected UpkeepDesk() { // for CDI
        this(null, null, null, null);
    }

    /** Open items that were judged before somebody came, went, or got another role, function or deputy. */
    public List<OutdatedItem> outdated(Optional<OutdatedItem> after, int max) {
        return items.judgedBefore(people.changes(), after, max);
    }

    /** Judges an item anew for the people who are here now; a change of its outcome is the act of who changed them. */
    public void rejudge(ReviewItemId id) {
        var docket = verdicts.open(id);
        if (docket.item().outcome().isOpen()) {
            judge(docket);
        }
    }

    /** Items whose reviewers had their time, the longest overdue first. */
    public List<ReviewItemId> overdue(int max) {
        return items.overdue(clock.instant(), max);
    }

    /** Has an overdue item wait for whom its policy names as well. */
    public void escalate(ReviewItemId id) {
        var docket = verdicts.open(id);
        if (docket.item().isDue(clock.instant())) {
            docket.version().escalate(clock.instant());
            judge(docket);
        }
    }

    /** Nothing was done to the item itself: if another outcome comes of it, that is because people changed. */
    private void judge(Docket docket) {
        people.lastChangedBy()
                .ifPresentOrElse(
                        by -> verdicts.conclude(docket, Deed.of(Cause.PEOPLE, by, Optional.empty(), Request.plain())),
                        () -> {
                            verdicts.judge(docket);
                            verdicts.announce(docket);
                        });
    }

    /** Forgets what was answered so long ago that nobody asks again; returns how many. */
    public int forgetAnswers() {
        return items.forgetAnswers(clock.instant().minus(ANSWERS_LAST));
    }
}
