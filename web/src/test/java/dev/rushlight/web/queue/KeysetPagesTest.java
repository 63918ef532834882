package dev.rushlight.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeysetPagesTest {

    private static final int ROWS = 230;

    private final List<String> reads = new ArrayList<>();
    private final KeysetPages<Integer, Integer> pages = new KeysetPages<>(this::after, row -> row, 50);

    @Test
    void theFirstPageBeginsAtTheStart() {
        assertThat(pages.rows(0, 50)).hasSize(50).startsWith(0).endsWith(49);
        assertThat(reads).containsExactly("start+50");
    }

    @Test
    void scrollingOnReadsOnePageAfterTheLastRow() {
        pages.rows(0, 50);
        assertThat(pages.rows(50, 50)).startsWith(50).endsWith(99);
        assertThat(reads).containsExactly("start+50", "49+50");
    }

    @Test
    void scrollingBackReadsOnePage() {
        pages.rows(0, 50);
        pages.rows(50, 50);
        pages.rows(100, 50);
        reads.clear();
        assertThat(pages.rows(50, 50)).startsWith(50).endsWith(99);
        assertThat(reads).containsExactly("49+50");
    }

    @Test
    void aJumpWalksThereFromTheNearestKnownPlace() {
        pages.rows(0, 50);
        assertThat(pages.rows(150, 50)).startsWith(150).endsWith(199);
        assertThat(reads).containsExactly("start+50", "49+50", "99+50", "149+50");
    }

    @Test
    void aRangeOfSeveralPagesIsReadPageByPage() {
        assertThat(pages.rows(0, 120)).hasSize(120).endsWith(119);
        assertThat(reads).containsExactly("start+50", "49+50", "99+20");
    }

    @Test
    void anOffsetBetweenPagesIsReached() {
        assertThat(pages.rows(70, 10)).containsExactly(70, 71, 72, 73, 74, 75, 76, 77, 78, 79);
    }

    @Test
    void theEndGivesFewerRows() {
        assertThat(pages.rows(200, 50)).hasSize(30).endsWith(229);
    }

    @Test
    void behindTheEndThereIsNothing() {
        assertThat(pages.rows(250, 50)).isEmpty();
        assertThat(pages.rows(1000, 50)).isEmpty();
    }

    @Test
    void afterForgettingEverythingIsReadAnew() {
        pages.rows(0, 50);
        pages.rows(50, 50);
        pages.forget();
        reads.clear();
        pages.rows(50, 50);
        assertThat(reads).containsExactly("start+50", "49+50");
    }

    private List<Integer> after(Optional<Integer> place, int limit) {
        reads.add(place.map(String::valueOf).orElse("start") + "+" + limit);
        var first = place.map(last -> last + 1).orElse(0);
        return IntStream.range(first, Math.min(ROWS, first + limit)).boxed().toList();
    }
}
