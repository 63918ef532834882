package dev.rushlight.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoalescedTest {

    private final Browser browser = new Browser();
    private final ByHand background = new ByHand();
    private final List<Set<String>> runs = new ArrayList<>();
    private Coalesced<String> changes;

    @BeforeEach
    void open() {
        browser.open();
        changes = new Coalesced<>(UI.getCurrent(), background, runs::add);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void acceptingOnlyNotesTheChange() {
        changes.accept("a");
        browser.settle();
        assertThat(runs).isEmpty();
    }

    @Test
    void theFirstChangeIsWorkedOffAtOnce() {
        changes.accept("a");
        work();
        assertThat(runs).containsExactly(Set.of("a"));
    }

    @Test
    void changesDuringThePauseAreWorkedOffTogetherAfterIt() {
        changes.accept("a");
        work();
        changes.accept("b");
        changes.accept("c");
        changes.accept("b");
        work();
        assertThat(runs).hasSize(1);
        background.wake();
        browser.settle();
        assertThat(runs).containsExactly(Set.of("a"), Set.of("b", "c"));
    }

    @Test
    void aPauseWithoutChangesEndsTheRuns() {
        changes.accept("a");
        work();
        background.wake();
        assertThat(background.work()).isZero();
        changes.accept("b");
        work();
        assertThat(runs).containsExactly(Set.of("a"), Set.of("b"));
    }

    @Test
    void aBusyPageHasOneRunInFrontOfItAtMost() {
        changes.accept("a");
        background.work();
        changes.accept("b");
        background.wake();
        browser.settle();
        assertThat(runs).containsExactly(Set.of("a"));
        background.wake();
        browser.settle();
        assertThat(runs).containsExactly(Set.of("a"), Set.of("b"));
    }

    @Test
    void afterLongWorkThePauseIsThreeTimesAsLong() {
        var seconds = new AtomicLong();
        var slow = new Coalesced<String>(
                UI.getCurrent(),
                background,
                Duration.ofSeconds(1),
                news -> seconds.addAndGet(news.contains("much") ? 2 : 0),
                () -> Duration.ofSeconds(seconds.get()).toNanos());
        slow.accept("little");
        work();
        assertThat(background.pause).isEqualTo(Duration.ofSeconds(1));
        slow.accept("much");
        background.wake();
        browser.settle();
        assertThat(background.pause).isEqualTo(Duration.ofSeconds(6));
    }

    private void work() {
        background.work();
        browser.settle();
    }
}
