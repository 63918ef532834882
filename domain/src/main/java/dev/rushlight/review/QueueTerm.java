package dev.rushlight.review;

import java.util.Collection;
import java.util.List;

/**
 * One thing that has to hold of an item: that it is on a list under one of some names, and that nothing speaks against it.
 * Other lists are asked by aggregates: from "exists" PostgreSQL makes a table of everything under the name, which grows.
 * They are asked by name, instant and item, so that items that came in one after the other are found side by side.
 */
final class QueueTerm {

    /** Says what else has to hold of an item, in the row with an alias that is of a list. */
    @FunctionalInterface
    private interface Proviso {
        Sql of(String alias, PostingList list);
    }

    private final PostingList list;
    private final List<String> names;
    private final Proviso proviso;
    private final boolean isPlain;

    private QueueTerm(PostingList list, Collection<String> names, Proviso proviso, boolean isPlain) {
        this.list = list;
        this.names = List.copyOf(names);
        this.proviso = proviso;
        this.isPlain = isPlain;
    }

    static QueueTerm word(String word) {
        return anyWord(List.of(word));
    }

    static QueueTerm anyWord(Collection<String> words) {
        return new QueueTerm(PostingList.WORDS, words, (alias, of) -> new Sql(), true);
    }

    /**
     * That it waits for somebody: by name, or by what this person is among others. In the latter case whoever submitted it
     * or voted already has done their part.
     */
    static QueueTerm awaits(Collection<String> selectors, String naming, String username) {
        return new QueueTerm(
                PostingList.AWAITED,
                selectors,
                (alias, of) -> Sql.of(" and (")
                        .add(listing(PostingList.FOLLOWED, username, alias, of))
                        .add(" is null or ")
                        .add(listing(PostingList.AWAITED, naming, alias, of))
                        .add(" is not null)"),
                false);
    }

    /** That somebody has a part in it, and is not waited for by name. */
    static QueueTerm followedBy(String username, String naming) {
        return new QueueTerm(
                PostingList.FOLLOWED,
                List.of(username),
                (alias, of) -> Sql.of(" and ")
                        .add(listing(PostingList.AWAITED, naming, alias, of))
                        .add(" is null"),
                false);
    }

    PostingList list() {
        return list;
    }

    List<String> names() {
        return names;
    }

    /** Whether every item on its list fits. */
    boolean isPlain() {
        return isPlain;
    }

    /** What has to hold of an item on its list, after another condition. */
    Sql proviso(String alias) {
        return proviso.of(alias, list);
    }

    /** That it holds, too, of an item that was found on another list. Name by name, or H2 reads the whole index. */
    Sql holdsFor(String alias, PostingList other) {
        var anyName = names.stream()
                .map(name -> listing(list, name, alias, other).add(" is not null"))
                .toList();
        return Sql.of("(").add(Sql.joined(anyName, " or ")).add(")").add(proviso.of(alias, other));
    }

    /** Null if the item in a row of another list is not on this one under a name. */
    private static Sql listing(PostingList list, String name, String alias, PostingList other) {
        return Sql.of(
                "(select max(1) from %1$s x where x.%2$s = ? and x.%3$s = %4$s.%5$s and x.item_id = %4$s.item_id)"
                        .formatted(list.table, list.name, list.instant, alias, other.instant),
                name);
    }
}
