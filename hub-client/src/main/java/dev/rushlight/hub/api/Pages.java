package dev.rushlight.hub.api;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Walks through a query's result and asks for a page when it is reached; used by one thread. */
final class Pages<T> implements Iterator<T> {

    private static final int MOST_EMPTY_PAGES = 100;

    private final QueryPlan plan;
    private final int pageSize;
    private final Function<String, Page> ask;
    private final Function<Page, List<T>> read;

    private Iterator<T> page = Collections.emptyIterator();
    private long offset;
    private long left;
    private int emptyPages;

    Pages(QueryPlan plan, int pageSize, Function<String, Page> ask, Function<Page, List<T>> read) {
        this.plan = plan;
        this.pageSize = pageSize;
        this.ask = ask;
        this.read = read;
        this.offset = plan.offset();
        this.left = plan.limit().orElse(Long.MAX_VALUE);
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && left > 0) {
            turn();
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private void turn() {
        var wanted = Math.min(pageSize, left);
        var answer = ask.apply("%s offset %s limit %s".formatted(plan.text(), offset, wanted))
                .first(wanted);
        emptyPages = answer.rows().isEmpty() ? emptyPages + 1 : 0;
        page = read.apply(answer).iterator();
        left -= answer.rows().size();
        if (answer.next().isEmpty()) {
            left = 0;
        } else if (left > 0) {
            advance(answer.next().getAsLong());
        }
    }

    /** A server that stays where it is, or gives nothing for ever, is not followed. */
    private void advance(long next) {
        if (next <= offset || emptyPages == MOST_EMPTY_PAGES) {
            throw new MalformedAnswer("the page at row %s is followed by that at row %s".formatted(offset, next));
        }
        offset = next;
    }
}
