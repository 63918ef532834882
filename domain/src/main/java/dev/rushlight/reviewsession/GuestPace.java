package dev.rushlight.reviewsession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps guests to a human pace: each link has a credit of one minute, which fills up again as time passes. An act costs
 * a second of it, a look a tenth of one. It forgets the links that were used least recently; their credit is full
 * again.
 */
@ApplicationScoped
class GuestPace {

    static final Duration CREDIT = Duration.ofMinutes(1);
    static final Duration ACT = Duration.ofSeconds(1);
    static final Duration LOOK = Duration.ofMillis(100);

    private static final int REMEMBERED = 10_000;

    private final Clock clock;

    // when what was spent will have filled up again; guarded by this
    private final Map<GuestLinkId, Instant> spentUntil = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<GuestLinkId, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    GuestPace(Clock clock) {
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected GuestPace() { // for CDI
        this(null);
    }

    synchronized void spend(GuestLinkId link, Duration cost) {
        var now = clock.instant();
        var before = spentUntil.getOrDefault(link, now);
        var after = (before.isAfter(now) ? before : now).plus(cost);
        var limit = now.plus(CREDIT);
        if (after.isAfter(limit)) {
            throw new TooManyGuestActs(Duration.between(limit, after));
        }
        spentUntil.put(link, after);
    }
}
