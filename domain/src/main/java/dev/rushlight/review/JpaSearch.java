package dev.rushlight.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What items are found by, in the database. Whoever writes it holds the item's lock. */
@Dependent
class JpaSearch {

    private static final byte AFTER_EVERY_LETTER = (byte) 0xFF; // which UTF-8 never has

    private final EntityManager entities;

    /** What is in the index of one item. */
    private record Entry(Instant submittedAt, String submitter, String outcome, String words) {

        Set<String> facets() {
            return Set.of(Facet.SUBMITTER.of(submitter), Facet.OUTCOME.of(outcome));
        }

        List<String> wordList() {
            return words.isEmpty() ? List.of() : List.of(words.split(" "));
        }
    }

    @Inject
    JpaSearch(EntityManager entities) {
        this.entities = entities;
    }

    /** Makes the item found by what its current version says. */
    void index(ReviewItem item, Optional<String> description) {
        forget(item);
        var words = SearchWords.of(
                List.of(item.name(), item.lineKey(), item.project(), item.submitter()), description.orElse(""));
        var entry =
                new Entry(item.submittedAt(), item.submitter(), item.outcome().name(), String.join(" ", words));
        Sql.of(
                        "insert into review.search_entry (item_id, submitted_at, submitter, outcome, words)"
                                + " values (?, ?, ?, ?, ?)",
                        item.id().value(),
                        entry.submittedAt(),
                        entry.submitter(),
                        entry.outcome(),
                        entry.words())
                .execute(entities);
        PostingList.WORDS.add(entities, item.id(), entry.submittedAt(), everything(item, entry));
        learn(words);
    }

    /** Makes the item filtered by the outcome that it has now. */
    void stands(ReviewItem item) {
        entry(item.id())
                .filter(entry -> !entry.outcome().equals(item.outcome().name()))
                .ifPresent(entry -> {
                    var before = Facet.OUTCOME.of(entry.outcome());
                    PostingList.WORDS.remove(entities, item.id(), entry.submittedAt(), Set.of(before));
                    PostingList.WORDS.add(
                            entities, item.id(), entry.submittedAt(), Set.of(Facet.OUTCOME.of(item.outcome())));
                    Sql.of(
                                    "update review.search_entry set outcome = ? where item_id = ?",
                                    item.outcome().name(),
                                    item.id().value())
                            .execute(entities);
                });
    }

    /** Makes the item not found any more. */
    void forget(ReviewItem item) {
        entry(item.id()).ifPresent(entry -> {
            PostingList.WORDS.remove(entities, item.id(), entry.submittedAt(), everything(item, entry));
            Sql.of(
                            "delete from review.search_entry where item_id = ?",
                            item.id().value())
                    .execute(entities);
        });
    }

    boolean knows(ReviewItemId item) {
        return entry(item).isPresent();
    }

    /** Known words that are longer than this and begin with it, the first ones in the order of their letters. */
    List<String> beginningWith(String start, int most) {
        var from = start.getBytes(StandardCharsets.UTF_8);
        var until = new byte[from.length + 1];
        System.arraycopy(from, 0, until, 0, from.length);
        until[from.length] = AFTER_EVERY_LETTER;
        // Twice as many, for words that stand there twice.
        return Sql.of(
                        "select letters from review.search_word where letters > ? and letters < ? order by letters"
                                + " fetch first " + 2 * most + " rows only",
                        from,
                        until)
                .column(entities)
                .stream()
                .map(JpaSearch::text)
                .distinct()
                .limit(most)
                .toList();
    }

    /** Items that were here before there was a search, in the order in which they are locked. */
    List<ReviewItemId> pending(int most) {
        return Sql.of("select item_id from review.search_pending order by item_id fetch first " + most + " rows only")
                .column(entities)
                .stream()
                .map(id -> new ReviewItemId((UUID) id))
                .toList();
    }

    void settled(Collection<ReviewItemId> items) {
        if (!items.isEmpty()) {
            Sql.of("delete from review.search_pending where item_id in ")
                    .addAll(items.stream().map(ReviewItemId::value).toList())
                    .execute(entities);
        }
    }

    private static List<String> everything(ReviewItem item, Entry entry) {
        var all = new ArrayList<>(entry.wordList());
        all.addAll(entry.facets());
        all.add(Facet.PROJECT.of(item.project()));
        all.add(Facet.KIND.of(item.kind()));
        return all;
    }

    private Optional<Entry> entry(ReviewItemId item) {
        return Sql.of(
                        "select submitted_at, submitter, outcome, words from review.search_entry where item_id = ?",
                        item.value())
                .rows(entities)
                .stream()
                .map(row -> new Entry(Sql.instant(row[0]), (String) row[1], (String) row[2], (String) row[3]))
                .findFirst();
    }

    private void learn(Set<String> words) {
        if (words.isEmpty()) {
            return;
        }
        var fresh = new HashSet<>(words);
        Sql.of("select letters from review.search_word where letters in ")
                .addAll(words.stream().map(JpaSearch::letters).toList())
                .column(entities)
                .forEach(known -> fresh.remove(text(known)));
        if (!fresh.isEmpty()) {
            var rows = fresh.stream()
                    .map(word -> Sql.of("(?)", (Object) letters(word)))
                    .toList();
            Sql.of("insert into review.search_word (letters) values ")
                    .add(Sql.joined(rows, ", "))
                    .execute(entities);
        }
    }

    private static byte[] letters(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Object letters) {
        return new String((byte[]) letters, StandardCharsets.UTF_8);
    }
}
