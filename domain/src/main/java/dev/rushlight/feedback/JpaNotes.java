package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.VersionId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Notes with their revisions and mentions in the database. */
@Dependent
class JpaNotes {

    private final EntityManager entities;

    @Inject
    JpaNotes(EntityManager entities) {
        this.entities = entities;
    }

    /** Writes at once: the rows refer to each other by id, so the order matters, and only the caller knows it. */
    void add(Object entity) {
        entities.persist(entity);
        entities.flush();
    }

    Optional<Note> find(NoteId id) {
        return Optional.ofNullable(entities.find(Note.class, id.value()));
    }

    /** A note of this item, unless it is not for the eyes of whoever asks: that looks as if it were not there. */
    Note shown(Identity viewer, ReviewItemId item, NoteId id) {
        return find(id).filter(note -> note.item().equals(item) && note.isShownTo(viewer))
                .orElseThrow(() -> new NoSuchNote(id));
    }

    /** Writes the revision down as the last one. */
    NoteRevision revise(NoteRevision next) {
        entities.createQuery(
                        "select r from NoteRevision r where r.note = :note and r.until is null", NoteRevision.class)
                .setParameter("note", next.note().value())
                .getResultList()
                .forEach(last -> last.end(next.since()));
        add(next);
        return next;
    }

    Optional<NoteRevision> revision(UUID id) {
        return Optional.ofNullable(entities.find(NoteRevision.class, id));
    }

    long countOn(VersionId version) {
        return entities.createQuery("select count(n) from Note n where n.version = :version", Long.class)
                .setParameter("version", version.value())
                .getSingleResult();
    }

    /** The highest number of a note in this thread. */
    int lastNumber(NoteId thread) {
        return entities.createQuery("select max(n.number) from Note n where n.thread = :thread", Integer.class)
                .setParameter("thread", thread.value())
                .getSingleResult();
    }

    void mention(Note note, List<Identity> people) {
        entities.createQuery("delete from NoteMention m where m.note = :note")
                .setParameter("note", note.id().value())
                .executeUpdate();
        people.forEach(person -> add(new NoteMention(note.id(), person)));
    }

    // Both count with "group by", not with "case": that has EclipseLink write all values into the statement on H2.

    /** How many threads nobody has resolved on this version and those before it, and how many of them block. */
    NoteCounts open(ReviewItemId item, int version) {
        return entities.createQuery(
                        "select n.openThread, n.blocking, count(n) from Note n where n.item = :item"
                                + " and n.openThread = true and n.versionNumber <= :version"
                                + " group by n.openThread, n.blocking",
                        Object[].class)
                .setParameter("item", item.value())
                .setParameter("version", version)
                .getResultStream()
                .map(row -> NoteCounts.of((boolean) row[0], (boolean) row[1], (long) row[2]))
                .reduce(NoteCounts.NONE, NoteCounts::plus);
    }

    Map<ReviewItemId, NoteCounts> counts(Identity viewer, Collection<ReviewItemId> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select n.item, n.openThread, n.blocking, count(n) from Note n"
                                + " where n.item in :items and n.number = 0 and n.deleted = false"
                                + " and n.visibility in :shown group by n.item, n.openThread, n.blocking",
                        Object[].class)
                .setParameter("shown", Visibility.shownTo(viewer))
                .setParameter("items", items.stream().map(ReviewItemId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new ReviewItemId((UUID) row[0]),
                        row -> NoteCounts.of((boolean) row[1], (boolean) row[2], (long) row[3]),
                        NoteCounts::plus));
    }

    /** How many threads a version has of each sort. */
    NoteTally tally(Identity viewer, ReviewItemId item, int version) {
        return entities.createQuery(
                        "select n.openThread, n.blocking, n.author.person, n.versionNumber, n.visibility, count(n)"
                                + " from Note n where n.item = :item and n.number = 0 and n.deleted = false"
                                + " and (n.versionNumber = :version or (n.versionNumber < :version and n.openThread = true))"
                                + " and n.visibility in :shown group by n.openThread, n.blocking, n.author.person,"
                                + " n.versionNumber, n.visibility",
                        Object[].class)
                .setParameter("item", item.value())
                .setParameter("version", version)
                .setParameter("shown", Visibility.shownTo(viewer))
                .getResultStream()
                .map(row -> tally(row, viewer, version))
                .reduce(NoteTally.NONE, NoteTally::plus);
    }

    private static NoteTally tally(Object[] row, Identity viewer, int version) {
        var threads = (int) (long) row[5];
        var open = (boolean) row[0];
        var blocking = (boolean) row[1];
        var mine = viewer.id().value().equals(row[2]);
        var visibility = (Visibility) row[4];
        return new NoteTally(
                threads,
                open ? threads : 0,
                open && blocking ? threads : 0,
                mine ? threads : 0,
                (int) row[3] == version ? threads : 0,
                visibility == Visibility.TEAM ? threads : 0,
                visibility == Visibility.CLIENT ? threads : 0);
    }

    List<Note> page(NoteConditions conditions, int limit) {
        return conditions.inOrder(entities).setMaxResults(limit).getResultList();
    }

    /** The answers of these threads, thread by thread, each in the order in which they were written. */
    List<Note> answers(Identity viewer, Collection<NoteId> threads) {
        if (threads.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select n from Note n where n.thread in :threads and n.number > 0 and n.visibility in :shown"
                                + " order by n.thread, n.number",
                        Note.class)
                .setParameter("shown", Visibility.shownTo(viewer))
                .setParameter("threads", threads.stream().map(NoteId::value).toList())
                .getResultList();
    }

    Map<NoteId, List<String>> mentions(Collection<NoteId> notes) {
        if (notes.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select m from NoteMention m where m.note in :notes order by m.username", NoteMention.class)
                .setParameter("notes", notes.stream().map(NoteId::value).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        NoteMention::note, Collectors.mapping(NoteMention::username, Collectors.toList())));
    }

    Map<NoteId, NoteAuthor> authors(Collection<NoteId> notes) {
        if (notes.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select n from Note n where n.id in :notes", Note.class)
                .setParameter("notes", notes.stream().map(NoteId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(Note::id, Note::author));
    }

    /** The threads that were open at that moment, each as it stood then; those that block first, then the oldest. */
    List<Standing> stoodOpen(ReviewItemId item, int version, Instant at, Visibility audience, int max) {
        return entities.createQuery(
                        "select n, r from Note n, NoteRevision r where r.note = n.id and n.item = :item and n.number = 0"
                                + " and n.versionNumber <= :version and r.since <= :at"
                                + " and (r.until is null or r.until > :at) and r.resolved = false and r.deleted = false"
                                + " and n.visibility in :shown order by r.blocking desc, n.createdAt, n.id",
                        Object[].class)
                .setParameter("shown", audience.included())
                .setParameter("item", item.value())
                .setParameter("version", version)
                .setParameter("at", at)
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new Standing((Note) row[0], (NoteRevision) row[1]))
                .toList();
    }

    /** A note and one of its revisions. */
    record Standing(Note note, NoteRevision revision) {}

    /**
     * Notes that were deleted before that, of which no decision can have told, and which nobody answered or whose answers
     * are forgotten already.
     */
    List<Note> forgettable(Instant before, int max) {
        // Not as "not exists": that has EclipseLink write all values into the statement on H2, instants without their
        // zone.
        return entities.createQuery(
                        "select n from Note n where n.deleted = true and n.deletedAt < :before"
                                + " and (select count(a.id) from Note a where a.thread = n.id) <= 1"
                                + " and (select count(d.id) from Decision d where d.item = n.item"
                                + " and d.decidedAt >= n.createdAt and d.decidedAt < n.deletedAt) = 0"
                                + " order by n.deleted, n.deletedAt",
                        Note.class)
                .setParameter("before", before)
                .setMaxResults(max)
                .getResultList();
    }

    /** Deletes these notes with all that belongs to them but their strokes and files. */
    void forget(Collection<NoteId> notes) {
        if (notes.isEmpty()) {
            return;
        }
        var ids = notes.stream().map(NoteId::value).toList();
        for (var table : List.of(
                "delete from NoteMention x where x.note in :notes",
                "delete from NoteRevision x where x.note in :notes",
                "delete from Note x where x.id in :notes")) {
            entities.createQuery(table).setParameter("notes", ids).executeUpdate();
        }
    }
}
