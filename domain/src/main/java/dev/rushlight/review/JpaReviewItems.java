package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.people.PersonId;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.Selector;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
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

    Optional<ReviewItemId> line(ConnectionId connection, String project, String lineKey) {
        return entities.createQuery(
                        "select i.id from ReviewItem i where i.connection = :connection and i.project = :project"
                                + " and i.lineKey = :lineKey",
                        UUID.class)
                .setParameter("connection", connection.value())
                .setParameter("project", project)
                .setParameter("lineKey", lineKey)
                .getResultStream()
                .findFirst()
                .map(ReviewItemId::new);
    }

    Optional<ReviewVersion> version(VersionId id) {
        return Optional.ofNullable(entities.find(ReviewVersion.class, id.value()));
    }

    List<ReviewItemId> touchedSince(Instant moment, int most) {
        return entities.createQuery(
                        "select i.id from ReviewItem i where i.updatedAt >= :moment order by i.updatedAt desc, i.id desc",
                        UUID.class)
                .setParameter("moment", moment)
                .setMaxResults(most)
                .getResultStream()
                .map(ReviewItemId::new)
                .toList();
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

    Optional<Content> content(VersionId version) {
        return Optional.ofNullable(entities.find(VersionContent.class, version.value()))
                .map(VersionContent::content);
    }

    /** Which item a version belongs to; without reading it, so that it can be read anew once the item is locked. */
    Optional<ReviewItemId> itemOf(VersionId version) {
        return entities.createQuery("select v.item from ReviewVersion v where v.id = :version", UUID.class)
                .setParameter("version", version.value())
                .getResultStream()
                .findFirst()
                .map(ReviewItemId::new);
    }

    /** Which item a vote is about; without reading it, so that it can be read anew once the item is locked. */
    Optional<ReviewItemId> itemOf(VoteId vote) {
        return entities.createQuery(
                        "select w.item from Vote v, ReviewVersion w where v.version = w.id and v.voteKey = :vote",
                        UUID.class)
                .setParameter("vote", vote.value())
                .getResultStream()
                .findFirst()
                .map(ReviewItemId::new);
    }

    Optional<Vote> vote(VoteId id) {
        return entities.createQuery("select v from Vote v where v.voteKey = :vote", Vote.class)
                .setParameter("vote", id.value())
                .getResultStream()
                .findFirst();
    }

    boolean hasSeen(VersionId version, PersonId person) {
        return entities.find(Seen.class, new SeenKey(version, person.value())) != null;
    }

    /** Usernames, in the order in which they looked. */
    List<String> seenBy(VersionId version) {
        return entities.createQuery(
                        "select s.username from Seen s where s.version = :version order by s.seenAt, s.username",
                        String.class)
                .setFlushMode(FlushModeType.COMMIT) // they are written at once
                .setParameter("version", version.value())
                .getResultList();
    }

    Map<VersionId, List<String>> seenBy(ReviewItemId item) {
        return entities.createQuery(
                        "select s from Seen s, ReviewVersion v where s.version = v.id and v.item = :item"
                                + " order by s.seenAt, s.username",
                        Seen.class)
                .setParameter("item", item.value())
                .getResultStream()
                .collect(Collectors.groupingBy(Seen::version, Collectors.mapping(Seen::username, Collectors.toList())));
    }

    Optional<AnsweredRequest> answer(UUID request) {
        return Optional.ofNullable(entities.find(AnsweredRequest.class, request));
    }

    int forgetAnswers(Instant before) {
        return entities.createQuery("delete from AnsweredRequest a where a.answeredAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Has the item wait for exactly these. */
    void await(ReviewItem item, Collection<Selector> selectors, Instant since) {
        var wanted = new HashMap<String, Selector>();
        selectors.forEach(selector -> wanted.put(selector.text(), selector));
        entities.createQuery("select a from Awaited a where a.item = :item", Awaited.class)
                .setParameter("item", item.id().value())
                .getResultList()
                .forEach(row -> {
                    if (wanted.remove(row.selector()) == null) {
                        entities.remove(row);
                    } else {
                        row.waitSince(since);
                    }
                });
        wanted.values().forEach(selector -> entities.persist(new Awaited(selector, item.id(), since)));
    }

    /**
     * Open items that were judged before it last changed whom policies can ask, as their index has them. H2 looks at all
     * that are equal to a bound that is not to be reached.
     */
    List<OutdatedItem> judgedBefore(long people, Optional<OutdatedItem> after, int max) {
        var query = entities.createQuery(
                        "select i.peopleNumber, i.id from ReviewItem i where i.open = :open and i.peopleNumber <= :before"
                                + after.map(last -> " and i.peopleNumber >= :lastPeople"
                                                + " and (i.peopleNumber > :lastPeople or i.id > :last)")
                                        .orElse("")
                                + " order by i.open, i.peopleNumber, i.id",
                        Object[].class)
                .setParameter("open", true)
                .setParameter("before", people - 1);
        after.ifPresent(last -> query.setParameter("lastPeople", last.people())
                .setParameter("last", last.id().value()));
        return query.setMaxResults(max)
                .getResultStream()
                .map(row -> new OutdatedItem((Long) row[0], new ReviewItemId((UUID) row[1])))
                .toList();
    }

    /** Open items whose current version an earlier revision of the policy judges, with that version; by id. */
    List<Object[]> openUnderEarlier(Policy policy, int max) {
        return entities.createQuery(
                        "select v, i from ReviewItem i, ReviewVersion v where i.open = :open and v.item = i.id"
                                + " and v.number = i.currentVersion and v.policyId = :policy"
                                + " and v.policyRevision < :revision order by i.id",
                        Object[].class)
                .setParameter("open", true)
                .setParameter("policy", policy.id())
                .setParameter("revision", policy.revision())
                .setMaxResults(max)
                .getResultList();
    }

    /** Items whose time is up, the longest overdue first. */
    List<ReviewItemId> overdue(Instant now, int max) {
        return entities.createQuery(
                        "select i.id from ReviewItem i where i.dueAt <= :now order by i.dueAt, i.id", UUID.class)
                .setParameter("now", now)
                .setMaxResults(max)
                .getResultStream()
                .map(ReviewItemId::new)
                .toList();
    }

    /** Versions with their lines, newest first, for whoever walks through all of them. */
    List<Object[]> versionsBefore(Optional<ReviewVersion> last, int max) {
        var query = entities.createQuery(
                "select v, i from ReviewVersion v, ReviewItem i where v.item = i.id"
                        + last.map(known -> " and v.submittedAt <= :at and (v.submittedAt < :at or v.id < :id)")
                                .orElse("")
                        + " order by v.submittedAt desc, v.id desc",
                Object[].class);
        last.ifPresent(known -> query.setParameter("at", known.submittedAt())
                .setParameter("id", known.id().value()));
        return query.setMaxResults(max).getResultList();
    }

    Map<VersionId, VotesOnVersion> votesOn(Collection<VersionId> versions) {
        return entities.createQuery("select v from Vote v where v.version in :versions order by v.id", Vote.class)
                .setParameter(
                        "versions", versions.stream().map(VersionId::value).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        Vote::version, Collectors.collectingAndThen(Collectors.toList(), VotesOnVersion::new)));
    }

    Map<VersionId, List<String>> seenOf(Collection<VersionId> versions) {
        return entities.createQuery("select s from Seen s where s.version in :versions", Seen.class)
                .setParameter(
                        "versions", versions.stream().map(VersionId::value).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(Seen::version, Collectors.mapping(Seen::username, Collectors.toList())));
    }

    /** Lets go of everything that was read. */
    void forgetWhatWasRead() {
        entities.clear();
    }

    VotesOnVersion votes(VersionId version) {
        return new VotesOnVersion(
                entities.createQuery("select v from Vote v where v.version = :version order by v.id", Vote.class)
                        .setFlushMode(FlushModeType.COMMIT) // they are written at once
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
}
