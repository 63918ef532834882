package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when the work on one item fails. */
class FailingUpkeepTest {

    private final Logger log = Logger.getLogger(Upkeep.class.getName());
    private final List<String> logged = new ArrayList<>();
    private final ReviewItemId broken = ReviewItemId.random();
    private final ReviewItemId whole = ReviewItemId.random();
    private final List<ReviewItemId> done = new ArrayList<>();
    private boolean fails = true;
    private final Upkeep upkeep = new Upkeep(new UpkeepDesk() {
        @Override
        public List<OutdatedItem> outdated(Optional<OutdatedItem> after, int max) {
            return after.isPresent() ? List.of() : List.of(new OutdatedItem(0, broken), new OutdatedItem(0, whole));
        }

        @Override
        public void rejudge(ReviewItemId id) {
            if (fails && id.equals(broken)) {
                throw new IllegalStateException("The database is gone");
            }
            done.add(id);
        }

        @Override
        public List<ReviewItemId> overdue(int max) {
            return List.of(broken);
        }

        @Override
        public void escalate(ReviewItemId id) {
            done.add(id);
        }
    });

    @BeforeEach
    void listen() {
        log.setFilter(record -> {
            logged.add(record.getMessage());
            return false;
        });
    }

    @AfterEach
    void stopListening() {
        log.setFilter(null);
    }

    @Test
    void itHoldsNobodyUp() {
        var next = upkeep.rejudgeOpen(Optional.empty(), 2);

        assertThat(done).containsExactly(whole);
        assertThat(next).contains(new OutdatedItem(0, whole));
        assertThat(upkeep.rejudgeOpen(next, 2)).isEmpty();
    }

    @Test
    void theLogIsToldOnceUntilItWorksAgain() {
        upkeep.rejudgeOpen(Optional.empty(), 2);
        upkeep.rejudgeOpen(Optional.empty(), 2);
        assertThat(logged)
                .containsExactly("Item %s could not be judged anew; it is tried again and again".formatted(broken));

        fails = false;
        upkeep.rejudgeOpen(Optional.empty(), 2);
        fails = true;
        upkeep.rejudgeOpen(Optional.empty(), 2);
        assertThat(logged).hasSize(2);
    }

    @Test
    void otherWorkOnTheSameItemThatGoesWellChangesNothingAboutThat() {
        upkeep.rejudgeOpen(Optional.empty(), 2);
        upkeep.escalateDue(10);
        upkeep.rejudgeOpen(Optional.empty(), 2);

        assertThat(done).containsExactly(whole, broken, whole);
        assertThat(logged).hasSize(1);
    }
}
