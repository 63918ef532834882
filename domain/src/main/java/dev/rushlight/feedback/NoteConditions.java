package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The threads that belong to a version as a query with bound parameters: those that were said of it, and those of older
 * versions that nobody has resolved; newest first.
 */
final class NoteConditions {

    private final Identity viewer;
    private final ReviewItemId item;
    private final int version;
    private final NoteFilter filter;
    private final Optional<NoteCursor> after;

    NoteConditions(Identity viewer, ReviewItemId item, int version, NoteFilter filter, Optional<NoteCursor> after) {
        this.viewer = viewer;
        this.item = item;
        this.version = version;
        this.filter = filter;
        this.after = after;
    }

    /** Its order begins with what is equal in all rows, without which H2 sorts everything there is. */
    TypedQuery<Note> inOrder(EntityManager entities) {
        var query = entities.createQuery(
                        "select n from Note n where %s order by n.item, n.createdAt desc, n.id desc"
                                .formatted(String.join(" and ", conditions())),
                        Note.class)
                .setParameter("item", item.value())
                .setParameter("version", version);
        if (filter.mine()) {
            query.setParameter("me", viewer.id().value());
        }
        query.setParameter("shown", shown());
        after.ifPresent(cursor -> query.setParameter("at", cursor.createdAt())
                .setParameter("thread", cursor.thread().value()));
        return query;
    }

    private List<String> conditions() {
        var conditions = new ArrayList<>(List.of("n.item = :item", "n.number = 0"));
        conditions.add(
                filter.thisVersion()
                        ? "n.versionNumber = :version"
                        : "(n.versionNumber = :version or (n.versionNumber < :version and n.openThread = true))");
        if (filter.mine()) {
            conditions.add("n.author.person = :me");
        }
        if (filter.open()) {
            conditions.add("n.openThread = true");
        }
        if (filter.blocking()) {
            conditions.add("n.blocking = true and n.deleted = false");
        }
        conditions.add("n.visibility in :shown");
        after.ifPresent(cursor -> conditions.add("n.createdAt <= :at and (n.createdAt < :at or n.id < :thread)"));
        return conditions;
    }

    /** What is asked for, as far as it is for the viewer's eyes. */
    private Set<Visibility> shown() {
        return filter.visibility()
                .<Set<Visibility>>map(EnumSet::of)
                .filter(asked -> Visibility.shownTo(viewer).containsAll(asked))
                .orElseGet(() -> Visibility.shownTo(viewer));
    }
}
