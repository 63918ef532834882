package dev.rushlight.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Walk.PAGE - 1, Walk.PAGE, Walk.PAGE + 1, 3 * Walk.PAGE})
    void everyRowComesOnceAndInOrder(int rows) {
        var fetched = new ArrayList<Integer>();
        var walk = new Walk<Integer>(last -> {
            var page = IntStream.range(last.map(row -> row + 1).orElse(0), rows)
                    .limit(Walk.PAGE)
                    .boxed()
                    .toList();
            fetched.add(page.size());
            return page;
        });

        var seen = new ArrayList<Integer>();
        for (var row = walk.next(any -> true); row.isPresent(); row = walk.next(any -> true)) {
            seen.add(row.get());
        }

        assertThat(seen).isEqualTo(IntStream.range(0, rows).boxed().toList());
        assertThat(fetched).hasSize(rows / Walk.PAGE + 1);
        assertThat(walk.peek()).isEmpty();
    }

    @Test
    void whatIsNotWantedStaysInPlace() {
        var walk = new Walk<Integer>(last -> last.isEmpty() ? List.of(1, 2, 3, 4) : List.of());

        assertThat(walk.next(row -> row > 1)).isEmpty();
        walk.skip(row -> row < 3);
        assertThat(walk.peek()).contains(3);
        assertThat(walk.next(row -> row == 3)).contains(3);
    }

    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, 00000000-0000-0000-0000-000000000001",
        "00000000-0000-0000-7fff-ffffffffffff, 00000000-0000-0000-8000-000000000000",
        "00000000-0000-0000-ffff-ffffffffffff, 00000000-0000-0001-0000-000000000000",
        "7fffffff-ffff-ffff-ffff-ffffffffffff, 80000000-0000-0000-0000-000000000000"
    })
    void theNextLineIsCountedWithoutASign(UUID line, UUID next) {
        assertThat(Lines.ALL.behind(line)).isEqualTo(new Lines(next, Lines.ALL.to()));
    }
}
