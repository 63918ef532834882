package dev.rushlight.review;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** The lines under review in the database. */
@Dependent
class JpaReviewLines implements ReviewLines {

    private final EntityManager entities;
    private final JpaReviewItems items;

    @Inject
    JpaReviewLines(EntityManager entities, JpaReviewItems items) {
        this.entities = entities;
        this.items = items;
    }

    @Override
    public Optional<ReviewLine> locked(ReviewItemId item) {
        return items.locked(item).map(this::line);
    }

    @Override
    public Optional<ReviewLine> find(ReviewItemId item) {
        return items.find(item).map(this::line);
    }

    @Override
    public Optional<LineVersion> version(ReviewItemId item, int number) {
        return items.version(item, number).map(JpaReviewLines::version);
    }

    @Override
    public Optional<LineVersion> version(VersionId id) {
        return items.version(id).map(JpaReviewLines::version);
    }

    @Override
    public Content content(VersionId id) {
        return Optional.ofNullable(entities.find(VersionContent.class, id.value()))
                .orElseThrow(() -> new NoSuchVersion(id))
                .content();
    }

    private ReviewLine line(ReviewItem item) {
        return new ReviewLine(
                item.id(),
                item.connection(),
                item.project(),
                item.lineKey(),
                item.name(),
                item.kind(),
                item.currentVersion(),
                lastDecidedAt(item));
    }

    private Optional<Instant> lastDecidedAt(ReviewItem item) {
        return entities.createQuery(
                        "select d.decidedAt from Decision d where d.item = :item and d.sequence = :last", Instant.class)
                .setParameter("item", item.id().value())
                .setParameter("last", item.decisionSequence())
                .getResultStream()
                .findFirst();
    }

    private static LineVersion version(ReviewVersion version) {
        return new LineVersion(
                version.id(), version.item(), version.number(), version.name(), version.submitter(), version.eventId());
    }
}
