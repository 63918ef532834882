package dev.rushlight.review;

import java.util.Collection;
import java.util.List;

/**
 * One thing that has to hold of an item: that it is on a list under one of some names, and that nothing speaks against it.
 * Other lists are asked by aggregates: from "exists" PostgreSQL makes a table of everything under the name, which grows.
 */
final class QueueTerm {

    /** Says what else has to hold of the row with an alias. */
    @FunctionalInterface
    private interface Proviso {
        Sql of(String alias);
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
        return new QueueTerm(PostingList.WORDS, words, alias -> new Sql(), true);
    }

    /**
     * That it waits for somebody: by name, or by what this person is among others. In the latter case whoever submitted it
     * or voted already has done their part.
     */
    static QueueTerm awaits(Collection<String> selectors, String naming, String username) {
        return new QueueTerm(
                PostingList.AWAITED,
                selectors,
                alias -> Sql.of(
                        (" and (%s.selector = ? or (select max(1) from review.followed f"
                                        + " where f.item_id = %s.item_id and f.username = ?) is null)")
                                .formatted(alias, alias),
                        naming,
                        username),
                false);
    }

    /** That somebody has a part in it, and is not waited for by name. */
    static QueueTerm followedBy(String username, String naming) {
        return new QueueTerm(
                PostingList.FOLLOWED,
                List.of(username),
                alias -> Sql.of(
                        (" and (select max(1) from review.awaited a"
                                        + " where a.item_id = %s.item_id and a.selector = ?) is null")
                                .formatted(alias),
                        naming),
                false);
    }

    PostingList list() {
        return list;
    }

    List<String> names() {
        return names;
    }

    /** Whether every row of its list fits. */
    boolean isPlain() {
        return isPlain;
    }

    /** What has to hold of a row of its own list, after another condition. */
    Sql proviso(String alias) {
        return proviso.of(alias);
    }

    /** That it holds, too, of an item that was found on another list. Name by name, or H2 reads the whole index. */
    Sql holdsFor(String alias, PostingList other) {
        var anyName = names.stream()
                .map(name -> Sql.of(
                                "(select max(1) from %s x where x.%s = ? and x.%s = %s.%s and x.item_id = %s.item_id"
                                        .formatted(list.table, list.name, list.instant, alias, other.instant, alias),
                                name)
                        .add(proviso("x"))
                        .add(") is not null"))
                .toList();
        return Sql.of("(").add(Sql.joined(anyName, " or ")).add(")");
    }
}
