package dev.rushlight.review;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A queue filter as a query with bound parameters, in the order that walks down one index on both databases. */
final class QueueConditions {

    private final QueueFilter filter;
    private final Optional<QueueCursor> after;

    QueueConditions(QueueFilter filter, Optional<QueueCursor> after) {
        this.filter = filter;
        this.after = after;
    }

    /** The queue itself; its order begins with what is equal in all rows, without which H2 sorts everything there is. */
    TypedQuery<ReviewItem> inOrder(EntityManager entities) {
        return bound(entities.createQuery(
                "select i from ReviewItem i%s order by %s".formatted(where(), orderBy()), ReviewItem.class));
    }

    /** Something of each row to count by. */
    TypedQuery<Integer> toCount(EntityManager entities) {
        return bound(entities.createQuery("select i.currentVersion from ReviewItem i" + where(), Integer.class));
    }

    private String where() {
        var conditions = new ArrayList<String>();
        filter.project().ifPresent(project -> conditions.add("i.project = :project"));
        if (filter.tab() != QueueTab.ALL) {
            conditions.add("i.open = :open");
        }
        filter.kind().ifPresent(kind -> conditions.add("i.kind = :kind"));
        after.ifPresent(cursor -> conditions.add("i.updatedAt <= :at and (i.updatedAt < :at or i.id < :item)"));
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private String orderBy() {
        var columns = new ArrayList<String>();
        filter.project().ifPresent(project -> columns.add("i.project"));
        if (filter.tab() != QueueTab.ALL) {
            columns.add("i.open");
        }
        columns.addAll(List.of("i.updatedAt desc", "i.id desc"));
        return String.join(", ", columns);
    }

    private <T> TypedQuery<T> bound(TypedQuery<T> query) {
        filter.project().ifPresent(project -> query.setParameter("project", project));
        if (filter.tab() != QueueTab.ALL) {
            query.setParameter("open", filter.tab() == QueueTab.OPEN);
        }
        filter.kind().ifPresent(kind -> query.setParameter("kind", kind));
        after.ifPresent(cursor -> query.setParameter("at", cursor.updatedAt()).setParameter("item", cursor.item()));
        return query;
    }
}
