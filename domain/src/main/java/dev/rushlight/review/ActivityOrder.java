package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Items by newest activity, filtered by what has an index of its own. Where an index has outcome and kind and only one of
 * them is asked for, the few values of the other are read one by one, in one statement, and merged.
 */
final class ActivityOrder {

    /** A column with the value that all rows have in it. */
    private record Same(String column, Object value) {}

    private final EntityManager entities;
    private final List<List<Same>> streams;

    ActivityOrder(EntityManager entities, QueueFilter filter, Optional<String> submitter) {
        this.entities = entities;
        this.streams = streams(filter, submitter);
    }

    QueueKeys read(Optional<QueueCursor> after, int limit) {
        if (streams.isEmpty()) {
            return QueueKeys.NONE;
        }
        var selections =
                streams.stream().map(same -> selection(same, after, limit)).toList();
        var places = Sql.joined(selections, " union all ").rows(entities).stream()
                .map(row -> new QueueCursor(Sql.instant(row[0]), (UUID) row[1]))
                .sorted(QueueCursor.IN_ORDER)
                .limit(limit)
                .toList();
        return new QueueKeys(places, true);
    }

    private static List<List<Same>> streams(QueueFilter filter, Optional<String> submitter) {
        var same = new ArrayList<Same>();
        submitter.ifPresent(name -> same.add(new Same("submitter", name)));
        filter.project().ifPresent(name -> same.add(new Same("project", name)));
        var onlyOpen = filter.tab() == QueueTab.OPEN;
        if (filter.outcomes().isEmpty() && filter.kind().isEmpty() && (!onlyOpen || submitter.isEmpty())) {
            if (onlyOpen) {
                same.add(new Same("open_for_review", true));
            }
            return List.of(same);
        }
        var streams = new ArrayList<List<Same>>();
        for (var outcome : outcomes(filter, onlyOpen)) {
            for (var kind : filter.kind().map(Set::of).orElse(EnumSet.allOf(Kind.class))) {
                var stream = new ArrayList<>(same);
                stream.add(new Same("outcome", outcome.name()));
                stream.add(new Same("kind", kind.name()));
                streams.add(stream);
            }
        }
        return streams;
    }

    private static List<Outcome> outcomes(QueueFilter filter, boolean onlyOpen) {
        return Arrays.stream(Outcome.values())
                .filter(outcome ->
                        filter.outcomes().isEmpty() || filter.outcomes().contains(outcome))
                .filter(outcome -> !onlyOpen || outcome.isOpen())
                .toList();
    }

    /** Its order begins with what is equal in all rows, without which H2 sorts everything there is. */
    private static Sql selection(List<Same> same, Optional<QueueCursor> after, int limit) {
        var selection = Sql.of("(select i.updated_at, i.id from review.review_item i where 1 = 1");
        same.forEach(one -> selection.add(" and i.%s = ?".formatted(one.column()), one.value()));
        after.ifPresent(place -> selection.add(
                " and i.updated_at <= ? and (i.updated_at < ? or i.id < ?)", place.at(), place.at(), place.item()));
        selection.add(" order by ");
        same.forEach(one -> selection.add("i.%s, ".formatted(one.column())));
        return selection.add("i.updated_at desc, i.id desc fetch first %d rows only)".formatted(limit));
    }
}
