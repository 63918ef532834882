package dev.rushlight.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rows one after the other, fetched page by page, each page behind the last row of the one before. */
final class Walk<T> {

    static final int PAGE = 500;

    private final Function<Optional<T>, List<T>> pages;
    private final Deque<T> page = new ArrayDeque<>();
    private Optional<T> last = Optional.empty();
    private boolean isOver;

    /** @param pages fetches what is behind a row: {@value #PAGE} rows, or fewer if there are no more */
    Walk(Function<Optional<T>, List<T>> pages) {
        this.pages = pages;
    }

    Optional<T> peek() {
        if (page.isEmpty() && !isOver) {
            page.addAll(pages.apply(last));
            isOver = page.size() < PAGE;
            last = Optional.ofNullable(page.peekLast());
        }
        return Optional.ofNullable(page.peekFirst());
    }

    /** The next row, if it is such a one; else the walk does not go on. */
    Optional<T> next(Predicate<T> wanted) {
        var next = peek().filter(wanted);
        next.ifPresent(row -> page.removeFirst());
        return next;
    }

    void skip(Predicate<T> unwanted) {
        while (next(unwanted).isPresent()) {
            // it is behind us now
        }
    }
}
