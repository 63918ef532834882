package dev.rushlight.review;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of items under names, kept so that the items of one name are read by newest submission from an index alone. The
 * instant of an item is when its current version came in: the same in every list.
 */
enum PostingList {
    /** Open items under the selectors of whom they wait for. */
    AWAITED("review.awaited", "selector", "since"),

    /** Open items under the usernames of those who submitted them or voted. */
    FOLLOWED("review.followed", "username", "since"),

    /** All items under the words that they are found by, and under their {@link Facet}s. */
    WORDS("review.search_token", "word", "submitted_at");

    final String table;
    final String name;
    final String instant;

    PostingList(String table, String name, String instant) {
        this.table = table;
        this.name = name;
        this.instant = instant;
    }

    /** The names that the item is listed under, and since when; not for {@link #WORDS}, which has no index for it. */
    Map<String, Instant> listed(EntityManager entities, ReviewItemId item) {
        return Sql.of("select %s, %s from %s where item_id = ?".formatted(name, instant, table), item.value())
                .rows(entities)
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> Sql.instant(row[1])));
    }

    /** Lists the item under these names. */
    void add(EntityManager entities, ReviewItemId item, Instant at, Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        var rows = names.stream()
                .map(one -> Sql.of("(?, ?, ?)", one, at, item.value()))
                .toList();
        Sql.of("insert into %s (%s, %s, item_id) values ".formatted(table, name, instant))
                .add(Sql.joined(rows, ", "))
                .execute(entities);
    }

    /** Takes the item off the list of each of these names. */
    void remove(EntityManager entities, ReviewItemId item, Instant at, Collection<String> names) {
        Sql.of(
                        "delete from %s where %s = ? and item_id = ? and %s in ".formatted(table, instant, name),
                        at,
                        item.value())
                .addAll(names)
                .execute(entities);
    }

    /** Takes the item off whatever list it is on; not for {@link #WORDS}, which has no index for it. */
    void removeAll(EntityManager entities, ReviewItemId item) {
        Sql.of("delete from %s where item_id = ?".formatted(table), item.value())
                .execute(entities);
    }
}
