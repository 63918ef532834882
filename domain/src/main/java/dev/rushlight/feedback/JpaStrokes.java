package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import dev.rushlight.review.VersionId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Strokes in the database. */
@Dependent
class JpaStrokes {

    private final EntityManager entities;

    @Inject
    JpaStrokes(EntityManager entities) {
        this.entities = entities;
    }

    void add(StrokeRow stroke) {
        entities.persist(stroke);
    }

    List<StrokeRow> among(Collection<StrokeId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("select s from StrokeRow s where s.id in :ids", StrokeRow.class)
                .setParameter("ids", ids.stream().map(StrokeId::value).toList())
                .getResultList();
    }

    /** Of this note, those not taken back, in the order in which they were drawn. */
    List<StrokeRow> of(NoteId note, int max) {
        return entities.createQuery(
                        "select s from StrokeRow s where s.note = :note and s.removedAt is null order by s.note, s.number",
                        StrokeRow.class)
                .setParameter("note", note.value())
                .setMaxResults(max)
                .getResultList();
    }

    /** On this frame, those not taken back of notes not deleted, in the order in which they were drawn. */
    List<StrokeRow> on(Identity viewer, VersionId version, int media, int frame, int max) {
        return entities.createQuery(
                        "select s from StrokeRow s, Note n where s.note = n.id and s.version = :version"
                                + " and s.media = :media and s.frame <= :frame and s.frameEnd >= :frame"
                                + " and s.removedAt is null and n.deleted = false and n.visibility in :shown"
                                + " order by s.drawnAt, s.note, s.number",
                        StrokeRow.class)
                .setParameter("version", version.value())
                .setParameter("media", media)
                .setParameter("frame", frame)
                .setParameter("shown", Visibility.shownTo(viewer))
                .setMaxResults(max)
                .getResultList();
    }

    /** How many there are in this note, with those taken back, and the number of the last. */
    Load everDrawn(NoteId note) {
        return load(entities.createQuery(
                        "select count(s), sum(s.points), max(s.number) from StrokeRow s where s.note = :note",
                        Object[].class)
                .setParameter("note", note.value())
                .getSingleResult());
    }

    Load drawn(NoteId note) {
        return load(entities.createQuery(
                        "select count(s), sum(s.points), max(s.number) from StrokeRow s"
                                + " where s.note = :note and s.removedAt is null",
                        Object[].class)
                .setParameter("note", note.value())
                .getSingleResult());
    }

    Load drawn(VersionId version, int media, int frame) {
        return load(entities.createQuery(
                        "select count(s), sum(s.points), max(s.number) from StrokeRow s where s.version = :version"
                                + " and s.media = :media and s.frame <= :frame and s.frameEnd >= :frame"
                                + " and s.removedAt is null",
                        Object[].class)
                .setParameter("version", version.value())
                .setParameter("media", media)
                .setParameter("frame", frame)
                .getSingleResult());
    }

    /** How much was drawn. */
    record Load(long strokes, long points, int lastNumber) {}

    private static Load load(Object[] row) {
        return new Load(number(row[0]), number(row[1]), (int) number(row[2]));
    }

    private static long number(Object sum) {
        return sum instanceof Number number ? number.longValue() : 0;
    }

    /** Forgets strokes that were taken back before that; returns how many. */
    int forgetRemoved(Instant before, int max) {
        return forget(entities.createQuery(
                        "select s.id from StrokeRow s where s.removedAt < :before order by s.removedAt", UUID.class)
                .setParameter("before", before)
                .setMaxResults(max)
                .getResultList());
    }

    int forgetOf(Collection<NoteId> notes) {
        if (notes.isEmpty()) {
            return 0;
        }
        return entities.createQuery("delete from StrokeRow s where s.note in :notes")
                .setParameter("notes", notes.stream().map(NoteId::value).toList())
                .executeUpdate();
    }

    private int forget(List<UUID> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        return entities.createQuery("delete from StrokeRow s where s.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
