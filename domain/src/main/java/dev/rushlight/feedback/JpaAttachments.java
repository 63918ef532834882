package dev.rushlight.feedback;

import dev.rushlight.review.ReviewItemId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is known of attached files in the database. */
@Dependent
class JpaAttachments {

    private final EntityManager entities;

    @Inject
    JpaAttachments(EntityManager entities) {
        this.entities = entities;
    }

    void add(Attachment attachment) {
        entities.persist(attachment);
        entities.flush();
    }

    Optional<Attachment> find(AttachmentId id) {
        return Optional.ofNullable(entities.find(Attachment.class, id.value()));
    }

    /** Of each of these notes the files that were not removed, in the order in which they were attached. */
    Map<NoteId, List<AttachmentDetail>> of(Collection<NoteId> notes) {
        if (notes.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select a from Attachment a where a.note in :notes and a.removedAt is null"
                                + " order by a.attachedAt, a.id",
                        Attachment.class)
                .setParameter("notes", notes.stream().map(NoteId::value).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        Attachment::note, Collectors.mapping(Attachment::detail, Collectors.toList())));
    }

    int countOf(NoteId note) {
        return entities.createQuery(
                        "select count(a) from Attachment a where a.note = :note and a.removedAt is null", Long.class)
                .setParameter("note", note.value())
                .getSingleResult()
                .intValue();
    }

    /** How many bytes lie beside the notes of an item, with those that were removed and wait to be purged. */
    long bytesOf(ReviewItemId item) {
        var sum = entities.createQuery("select sum(a.size) from Attachment a where a.item = :item", Object.class)
                .setParameter("item", item.value())
                .getSingleResult();
        return sum instanceof Number number ? number.longValue() : 0;
    }

    Set<UUID> knownAmong(Set<UUID> files) {
        if (files.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(entities.createQuery("select a.file from Attachment a where a.file in :files", UUID.class)
                .setParameter("files", files)
                .getResultList());
    }

    List<Attachment> removedBefore(Instant time, int max) {
        return entities.createQuery(
                        "select a from Attachment a where a.removedAt < :time order by a.removedAt", Attachment.class)
                .setParameter("time", time)
                .setMaxResults(max)
                .getResultList();
    }

    List<Attachment> allOf(Collection<NoteId> notes) {
        if (notes.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("select a from Attachment a where a.note in :notes", Attachment.class)
                .setParameter("notes", notes.stream().map(NoteId::value).toList())
                .getResultList();
    }

    void forget(Collection<Attachment> attachments) {
        attachments.forEach(entities::remove);
        entities.flush();
    }
}
