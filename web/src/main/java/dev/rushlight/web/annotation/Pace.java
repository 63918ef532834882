package dev.rushlight.web.annotation;

import dev.rushlight.people.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How often one person may write: faster than anybody draws, slower than what would keep the others waiting. */
final class Pace {

    static final int MOST_IN_A_SPELL = 300;
    static final Duration SPELL = Duration.ofSeconds(10);

    private final Clock clock;

    /** Guarded by this: what was written in the current spell. */
    private Map<PersonId, Integer> written = new HashMap<>();

    /** Guarded by this. */
    private long spell;

    Pace(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean allows(PersonId person) {
        var now = clock.millis() / SPELL.toMillis();
        if (now != spell) {
            spell = now;
            written = new HashMap<>();
        }
        return written.merge(person, 1, Integer::sum) <= MOST_IN_A_SPELL;
    }
}
