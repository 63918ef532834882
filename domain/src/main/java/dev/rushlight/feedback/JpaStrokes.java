package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.review.ReviewItemId;
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

    /**
     * Where this version's medium is drawn on, in the order in which it was, with what older versions' open threads have
     * left there; read without the drawing itself.
     */
    List<Mark> marks(Identity viewer, ReviewItemId item, int version, int media, int max) {
        return entities.createQuery(
                        "select s.id, s.frame, s.frameEnd, n.id, n.author.person, n.author.displayName, n.versionNumber,"
                                + " n.resolved from StrokeRow s, Note n where s.note = n.id and n.item = :item"
                                + " and s.media = :media and s.removedAt is null and n.deleted = false"
                                + " and n.visibility in :shown"
                                + " and (n.versionNumber = :version"
                                + " or (n.versionNumber < :version and n.openThread = true))"
                                + " order by s.drawnAt, s.note, s.number",
                        Object[].class)
                .setParameter("item", item.value())
                .setParameter("version", version)
                .setParameter("media", media)
                .setParameter("shown", Visibility.shownTo(viewer))
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new Mark(
                        new StrokeId((UUID) row[0]),
                        new FrameRange((int) row[1], (int) row[2]),
                        new DrawnNote(
                                new NoteId((UUID) row[3]),
                                new PersonId((UUID) row[4]),
                                (String) row[5],
                                (int) row[6],
                                (boolean) row[7])))
                .toList();
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
