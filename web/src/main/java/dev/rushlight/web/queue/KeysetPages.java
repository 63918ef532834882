package dev.rushlight.web.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Turns the "rows 500 to 549" that a scrolling grid asks for into "the page after this row" that a database answers in
 * constant time.
 *
 * <p>It remembers the cursor after each row at which a page ended. A jump past the last one known walks there page by
 * page; scrolling on and back never does. Confined to the page's lock.
 *
 * @param <T> a row
 * @param <C> the place after a row
 */
final class KeysetPages<T, C> {

    /** Reads rows after a place, or from the start. */
    @FunctionalInterface
    interface Source<T, C> {
        List<T> after(Optional<C> place, int limit);
    }

    private final Source<T, C> source;
    private final Function<T, C> placeAfter;
    private final int pageSize;
    private final TreeMap<Integer, C> places = new TreeMap<>();

    KeysetPages(Source<T, C> source, Function<T, C> placeAfter, int pageSize) {
        this.source = source;
        this.placeAfter = placeAfter;
        this.pageSize = pageSize;
    }

    /** The rows from the given position on, fewer than asked for only at the end. */
    List<T> rows(int offset, int limit) {
        var reached = reach(offset);
        return reached < offset ? List.of() : read(offset, limit);
    }

    /** Forgets every place, because the rows are others now. */
    void forget() {
        places.clear();
    }

    /** Walks to the offset, or to the end if that comes first, and answers how far it came. */
    private int reach(int offset) {
        var known = places.floorKey(offset);
        var position = known == null ? 0 : known;
        while (position < offset) {
            var walked = read(position, Math.min(pageSize, offset - position)).size();
            if (walked == 0) {
                return position;
            }
            position += walked;
        }
        return position;
    }

    /** Reads from a position whose place is known, in steps of a page. */
    private List<T> read(int position, int limit) {
        var rows = new ArrayList<T>();
        while (rows.size() < limit) {
            var wanted = Math.min(pageSize, limit - rows.size());
            var page = source.after(Optional.ofNullable(places.get(position + rows.size())), wanted);
            rows.addAll(page);
            if (!page.isEmpty()) {
                places.put(position + rows.size(), placeAfter.apply(page.get(page.size() - 1)));
            }
            if (page.size() < wanted) {
                break;
            }
        }
        return rows;
    }
}
