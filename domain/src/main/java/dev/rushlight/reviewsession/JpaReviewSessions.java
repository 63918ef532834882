package dev.rushlight.reviewsession;

import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.PersonState;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.VersionId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Review sessions with their entries and participants in the database. */
@Dependent
class JpaReviewSessions {

    /** Each entry with its line and the version that it shows. */
    static final String SHOWN = " join ReviewItem i on i.id = e.item join ReviewVersion v on v.item = i.id"
            + " and v.number = coalesce(e.pinnedVersion, i.currentVersion)";

    private static final String WITH_CREATOR =
            "select s, c.displayName from ReviewSession s join Person c on c.id = s.creator";

    // Repeated in the order, without which H2 sorts everything there is.
    private static final String IN_ORDER = " order by e.reviewSession, e.place, e.item";

    private final EntityManager entities;

    @Inject
    JpaReviewSessions(EntityManager entities) {
        this.entities = entities;
    }

    /** Writes at once: other rows refer to it by its id. */
    void add(ReviewSession reviewSession) {
        entities.persist(reviewSession);
        entities.flush();
    }

    Optional<ReviewSession> find(ReviewSessionId id) {
        return Optional.ofNullable(entities.find(ReviewSession.class, id.value()));
    }

    Optional<ReviewSession> locked(ReviewSessionId id) {
        return Optional.ofNullable(entities.find(ReviewSession.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The review sessions with their creators' names, newest first. */
    List<Object[]> page(
            ReviewSessionScope scope, PersonId asks, Optional<ReviewSessionCursor> after, Instant now, int limit) {
        var conditions = new ArrayList<String>();
        switch (scope) {
            case MINE -> conditions.add("x.person = :asks");
            case OPEN -> conditions.add("s.state = :open and (s.closesAt is null or s.closesAt > :now)");
            case ALL -> {}
        }
        after.ifPresent(
                cursor -> conditions.add("s.createdAt <= :at and (s.createdAt < :at or s.id < :reviewSession)"));
        var question = WITH_CREATOR
                + (scope == ReviewSessionScope.MINE ? " join Participation x on x.reviewSession = s.id" : "")
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by"
                + (scope == ReviewSessionScope.OPEN ? " s.state," : "")
                + " s.createdAt desc, s.id desc";
        var query = entities.createQuery(question, Object[].class).setMaxResults(limit);
        switch (scope) {
            case MINE -> query.setParameter("asks", asks.value());
            case OPEN -> query.setParameter("open", ReviewSessionState.OPEN).setParameter("now", now);
            case ALL -> {}
        }
        after.ifPresent(cursor ->
                query.setParameter("at", cursor.createdAt()).setParameter("reviewSession", cursor.reviewSession()));
        return query.getResultList();
    }

    Optional<Object[]> findWithCreator(ReviewSessionId id) {
        return entities.createQuery(WITH_CREATOR + " where s.id = :id", Object[].class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    Map<ReviewSessionId, Progress> progress(Collection<ReviewSessionId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var counts = new HashMap<ReviewSessionId, Map<Outcome, Integer>>();
        entities.createQuery(
                        "select e.reviewSession, v.outcome, count(e.id) from ReviewSessionEntry e" + SHOWN
                                + " where e.reviewSession in :ids group by e.reviewSession, v.outcome",
                        Object[].class)
                .setParameter("ids", ids.stream().map(ReviewSessionId::value).toList())
                .getResultList()
                .forEach(row -> counts.computeIfAbsent(
                                new ReviewSessionId((UUID) row[0]), id -> new EnumMap<>(Outcome.class))
                        .put((Outcome) row[1], ((Long) row[2]).intValue()));
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, count -> new Progress(count.getValue())));
    }

    Progress progress(ReviewSessionId id) {
        return progress(Set.of(id)).getOrDefault(id, Progress.NONE);
    }

    List<Participant> participants(ReviewSessionId id) {
        return entities.createQuery(
                        "select p.id, p.username, p.displayName from Participation x join Person p on p.id = x.person"
                                + " where x.reviewSession = :id order by p.displayName, p.username",
                        Object[].class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(row -> new Participant(new PersonId((UUID) row[0]), (String) row[1], (String) row[2]))
                .toList();
    }

    /** What somebody is called who is known by this username. */
    Optional<String> displayName(String username) {
        return entities.createQuery("select p.displayName from Person p where p.username = :username", String.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst();
    }

    Map<PersonId, Participation> participations(ReviewSessionId id) {
        return entities.createQuery("select x from Participation x where x.reviewSession = :id", Participation.class)
                .setParameter("id", id.value())
                .getResultStream()
                .collect(Collectors.toMap(Participation::person, Function.identity()));
    }

    int countParticipations(ReviewSessionId id) {
        return entities.createQuery("select count(x.id) from Participation x where x.reviewSession = :id", Long.class)
                .setParameter("id", id.value())
                .getSingleResult()
                .intValue();
    }

    void add(Participation participation) {
        entities.persist(participation);
    }

    void remove(Participation participation) {
        entities.remove(participation);
    }

    /** Those of the people who have an account and may use it. */
    Set<PersonId> activePeopleAmong(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return entities.createQuery(
                        "select p.id from Person p where p.id in :people and p.state = :active and p.kind = :human",
                        UUID.class)
                .setParameter("people", people.stream().map(PersonId::value).toList())
                .setParameter("active", PersonState.ACTIVE)
                .setParameter("human", PersonKind.HUMAN)
                .getResultStream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of each of the items that there are, the number of its newest version. */
    Map<ReviewItemId, Integer> currentVersions(Collection<ReviewItemId> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select i.id, i.currentVersion from ReviewItem i where i.id in :items", Object[].class)
                .setParameter("items", values(items))
                .getResultStream()
                .collect(Collectors.toMap(row -> new ReviewItemId((UUID) row[0]), row -> (Integer) row[1]));
    }

    boolean hasVersion(ReviewItemId item, int number) {
        return !entities.createQuery(
                        "select v.id from ReviewVersion v where v.item = :item and v.number = :number", UUID.class)
                .setParameter("item", item.value())
                .setParameter("number", number)
                .getResultList()
                .isEmpty();
    }

    void add(ReviewSessionEntry entry) {
        entities.persist(entry);
    }

    void remove(ReviewSessionEntry entry) {
        entities.remove(entry);
    }

    Set<ReviewItemId> items(ReviewSessionId id) {
        return entities.createQuery("select e.item from ReviewSessionEntry e where e.reviewSession = :id", UUID.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(ReviewItemId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Map<ReviewItemId, ReviewSessionEntry> entries(ReviewSessionId id, Collection<ReviewItemId> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select e from ReviewSessionEntry e where e.reviewSession = :id and e.item in :items",
                        ReviewSessionEntry.class)
                .setParameter("id", id.value())
                .setParameter("items", values(items))
                .getResultStream()
                .collect(Collectors.toMap(ReviewSessionEntry::item, Function.identity()));
    }

    List<ReviewSessionEntry> entriesInOrder(ReviewSessionId id) {
        return entities.createQuery(
                        "select e from ReviewSessionEntry e where e.reviewSession = :id" + IN_ORDER,
                        ReviewSessionEntry.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    OptionalLong lastPlace(ReviewSessionId id) {
        return number(entities.createQuery(
                        "select max(e.place) from ReviewSessionEntry e where e.reviewSession = :id", Long.class)
                .setParameter("id", id.value())
                .getSingleResult());
    }

    /** The place of the last entry before the given place, or of the last of all; the moved one does not count. */
    OptionalLong placeBelow(ReviewSessionId id, OptionalLong place, ReviewItemId moved) {
        return extreme("max(e.place)", place.isPresent() ? " and e.place < :place" : "", id, place, moved);
    }

    /** The place of the first entry after the given place, or of the first of all; the moved one does not count. */
    OptionalLong placeAbove(ReviewSessionId id, OptionalLong place, ReviewItemId moved) {
        return extreme("min(e.place)", place.isPresent() ? " and e.place > :place" : "", id, place, moved);
    }

    private OptionalLong extreme(
            String which, String beyond, ReviewSessionId id, OptionalLong place, ReviewItemId moved) {
        var query = entities.createQuery(
                        "select " + which
                                + " from ReviewSessionEntry e where e.reviewSession = :id and e.item <> :moved"
                                + beyond,
                        Long.class)
                .setParameter("id", id.value())
                .setParameter("moved", moved.value());
        place.ifPresent(beside -> query.setParameter("place", beside));
        return number(query.getSingleResult());
    }

    private static OptionalLong number(@Nullable Long found) {
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** What this person says of the versions, as far as it is in force. */
    Map<VersionId, Choice> votes(PersonId person, Collection<VersionId> versions) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select w.version, w.choice from Vote w where w.voter = :person and w.version in :versions"
                                + " and w.standing in (dev.rushlight.review.VoteStanding.CAST,"
                                + " dev.rushlight.review.VoteStanding.LATE) order by w.id",
                        Object[].class)
                .setParameter("person", person.value())
                .setParameter(
                        "versions", versions.stream().map(VersionId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new VersionId((UUID) row[0]), row -> (Choice) row[1], (earlier, later) -> later));
    }

    private static List<UUID> values(Collection<ReviewItemId> items) {
        return items.stream().map(ReviewItemId::value).toList();
    }
}
