package dev.rushlight.hub.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a query finds, asked for page by page as it is read.
 *
 * <p>Nothing is asked before the first entity is wanted, and every reading asks anew. A query may be shared by threads,
 * an iterator or a stream of it may not.
 */
public final class Query implements Iterable<Entity> {

    static final int PAGE_SIZE = 500;
    private static final int LARGEST_PAGE = 10_000;

    private final Entities session;
    private final QueryPlan plan;
    private final int pageSize;

    Query(Entities session, QueryPlan plan, int pageSize) {
        this.session = session;
        this.plan = plan;
        this.pageSize = pageSize;
    }

    /** The same query, asked in pages of so many rows, of 1 to 10,000; 500 unless said otherwise. */
    public Query pageSize(int rows) {
        if (rows < 1 || rows > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to %s rows, not %s".formatted(LARGEST_PAGE, rows));
        }
        return new Query(session, plan, rows);
    }

    /** The entities in the server's order; the next page is asked for when it is reached. */
    public Stream<Entity> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public Iterator<Entity> iterator() {
        return session.pages(plan, pageSize);
    }

    /** All entities, however many pages they are. */
    public List<Entity> all() {
        var all = new ArrayList<Entity>();
        iterator().forEachRemaining(all::add);
        return List.copyOf(all);
    }

    /** The first entity; nothing more is asked for. */
    public Optional<Entity> first() {
        var found = session.pages(plan.atMost(1), 1);
        return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
    }

    /**
     * The only entity.
     *
     * @throws NoResult if there is none
     * @throws SeveralResults if there are more
     */
    public Entity one() {
        return atMostOne().orElseThrow(() -> new NoResult(plan.text()));
    }

    /** The only entity if there is one. */
    Optional<Entity> atMostOne() {
        var found = session.pages(plan.atMost(2), 2);
        if (!found.hasNext()) {
            return Optional.empty();
        }
        var one = found.next();
        if (found.hasNext()) {
            throw new SeveralResults(plan.text());
        }
        return Optional.of(one);
    }

    /** The query's text, in which bound values are quoted. */
    @Override
    public String toString() {
        return "Query[" + plan.text() + "]";
    }
}
