package dev.rushlight.feedback;

import dev.rushlight.review.ReviewLine;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When something is said of a line: after whatever was decided before, also if the clock of another process was ahead. So
 * what a decision says of the notes stays true.
 */
@Dependent
class FeedbackTime {

    private final Clock clock;

    @Inject
    FeedbackTime(Clock clock) {
        this.clock = clock;
    }

    /** Asks for a line that is locked: nothing can be decided in between. */
    Instant now(ReviewLine line) {
        var now = clock.instant();
        return line.lastDecidedAt()
                .map(decided -> decided.plus(1, ChronoUnit.MICROS))
                .filter(now::isBefore)
                .orElse(now);
    }
}
