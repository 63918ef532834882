package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Review items with their versions, votes and decisions in the database. */
@Dependent
class JpaReviewItems {

    private final EntityManager entities;

    @Inject
    JpaReviewItems(EntityManager entities) {
        this.entities = entities;
    }

    /** Writes at once: the rows refer to each other by id, so the order matters, and only the caller knows it. */
    void add(Object entity) {
        entities.persist(entity);
        entities.flush();
    }

    Optional<ReviewItem> find(ReviewItemId id) {
        return Optional.ofNullable(entities.find(ReviewItem.class, id.value()));
    }

    Optional<ReviewItem> locked(ReviewItemId id) {
        return Optional.ofNullable(entities.find(ReviewItem.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<ReviewItem> lockedLine(ConnectionId connection, String project, String lineKey) {
        return entities.createQuery(
                        "select i from ReviewItem i where i.connection = :connection and i.project = :project"
                                + " and i.lineKey = :lineKey",
                        ReviewItem.class)
                .setParameter("connection", connection.value())
                .setParameter("project", project)
                .setParameter("lineKey", lineKey)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    Optional<ReviewVersion> version(VersionId id) {
        return Optional.ofNullable(entities.find(ReviewVersion.class, id.value()));
    }

    Optional<ReviewVersion> version(ReviewItemId item, int number) {
        return entities.createQuery(
                        "select v from ReviewVersion v where v.item = :item and v.number = :number",
                        ReviewVersion.class)
                .setParameter("item", item.value())
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    List<ReviewVersion> versions(ReviewItemId item) {
        return entities.createQuery(
                        "select v from ReviewVersion v where v.item = :item order by v.number desc",
                        ReviewVersion.class)
                .setParameter("item", item.value())
                .getResultList();
    }

    Map<VersionId, Content> contents(ReviewItemId item) {
        return entities.createQuery(
                        "select c from VersionContent c, ReviewVersion v where c.version = v.id and v.item = :item",
                        VersionContent.class)
                .setParameter("item", item.value())
                .getResultStream()
                .collect(Collectors.toMap(VersionContent::version, VersionContent::content));
    }

    Content content(VersionId version) {
        return entities.find(VersionContent.class, version.value()).content();
    }

    VotesOnVersion votes(VersionId version) {
        return new VotesOnVersion(
                entities.createQuery("select v from Vote v where v.version = :version order by v.id", Vote.class)
                        .setParameter("version", version.value())
                        .getResultList());
    }

    Map<VersionId, VotesOnVersion> votes(ReviewItemId item) {
        return entities.createQuery(
                        "select v from Vote v, ReviewVersion w where v.version = w.id and w.item = :item order by v.id",
                        Vote.class)
                .setParameter("item", item.value())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        Vote::version, Collectors.collectingAndThen(Collectors.toList(), VotesOnVersion::new)));
    }

    String connectionName(ConnectionId connection) {
        return entities.createQuery("select c.name from HubConnection c where c.id = :id", String.class)
                .setParameter("id", connection.value())
                .getSingleResult();
    }

    Optional<Decision> decision(DecisionId id) {
        return Optional.ofNullable(entities.find(Decision.class, id.value()));
    }

    /** Newest first. */
    List<Decision> decisions(ReviewItemId item) {
        return entities.createQuery(
                        "select d from Decision d where d.item = :item order by d.sequence desc", Decision.class)
                .setParameter("item", item.value())
                .getResultList();
    }

    /** Newest first. */
    List<Decision> decisions(VersionId version) {
        return entities.createQuery(
                        "select d from Decision d where d.versionId = :version order by d.sequence desc",
                        Decision.class)
                .setParameter("version", version.value())
                .getResultList();
    }

    /** Of each item its last decision, if there is one. */
    Map<ReviewItemId, DecisionId> lastDecisions(Collection<ReviewItemId> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select d.item, d.id from Decision d, ReviewItem i where d.item = i.id"
                                + " and d.sequence = i.decisionSequence and i.id in :items",
                        Object[].class)
                .setParameter("items", items.stream().map(ReviewItemId::value).toList())
                .getResultStream()
                .collect(
                        Collectors.toMap(row -> new ReviewItemId((UUID) row[0]), row -> new DecisionId((UUID) row[1])));
    }

    List<ReviewItem> page(QueueFilter filter, Optional<QueueCursor> after, int limit) {
        return new QueueConditions(filter, after)
                .inOrder(entities)
                .setMaxResults(limit)
                .getResultList();
    }

    int count(QueueFilter filter, int cap) {
        return new QueueConditions(filter, Optional.empty())
                .toCount(entities)
                .setMaxResults(cap)
                .getResultList()
                .size();
    }
}
