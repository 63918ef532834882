package dev.rushlight.review;

import dev.rushlight.people.Identity;
import dev.rushlight.policy.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.persistence.sessions.Session;

/** The queue in the database: which items a filter shows, and in which order. */
@Dependent
class JpaQueue {

    private static final int SHORTEST_BEGINNING = 2;
    private static final int MOST_BEGUN = 24;

    private static final Set<Outcome> OPEN =
            Arrays.stream(Outcome.values()).filter(Outcome::isOpen).collect(Collectors.toUnmodifiableSet());

    private final EntityManager entities;
    private final JpaSearch search;

    @Inject
    JpaQueue(EntityManager entities, JpaSearch search) {
        this.entities = entities;
        this.search = search;
    }

    /** @param absent whom the viewer stands in for */
    QueueKeys read(Identity viewer, List<Identity> absent, QueueFilter filter, Optional<QueueCursor> after, int limit) {
        planForValues();
        var isMine = filter.tab() == QueueTab.MINE;
        if (isMine && !filter.submitter().orElse(viewer.username()).equals(viewer.username())) {
            return QueueKeys.NONE;
        }
        var submitter = isMine ? Optional.of(viewer.username()) : filter.submitter();
        if (filter.isByActivity()) {
            return new ActivityOrder(entities, filter, submitter).read(after, limit);
        }
        if (filter.tab() == QueueTab.NEEDS_ME
                && Selectors.meaning(viewer, absent).isEmpty()) {
            return QueueKeys.NONE;
        }
        var words = filter.text().map(SearchWords::askedFor).orElse(List.of());
        if (filter.text().isPresent() && words.isEmpty()) {
            return QueueKeys.NONE;
        }
        return bySubmission(viewer, absent, filter, submitter, words, after, limit);
    }

    /**
     * Until the transaction ends, PostgreSQL plans each statement for its own values. A plan for any value, which it makes
     * of one that it has met often, reads all there is of a large project and sorts it for every page.
     */
    private void planForValues() {
        if (entities.unwrap(Session.class).getDatasourcePlatform().isPostgreSQL()) {
            Sql.of("set local plan_cache_mode = force_custom_plan").execute(entities);
        }
    }

    private QueueKeys bySubmission(
            Identity viewer,
            List<Identity> absent,
            QueueFilter filter,
            Optional<String> submitter,
            List<String> words,
            Optional<QueueCursor> after,
            int limit) {
        var terms = new ArrayList<QueueTerm>();
        var naming = Selectors.naming(viewer);
        switch (filter.tab()) {
            case NEEDS_ME -> terms.add(QueueTerm.awaits(Selectors.meaning(viewer, absent), naming, viewer.username()));
            case WAITING -> terms.add(QueueTerm.followedBy(viewer.username(), naming));
            case OPEN -> terms.add(standing(OPEN));
            case MINE, ALL -> {} // anything, as far as this goes
        }
        submitter.map(Facet.SUBMITTER::of).map(QueueTerm::word).ifPresent(terms::add);
        filter.project().map(Facet.PROJECT::of).map(QueueTerm::word).ifPresent(terms::add);
        filter.kind().map(Facet.KIND::of).map(QueueTerm::word).ifPresent(terms::add);
        if (!filter.outcomes().isEmpty()) {
            terms.add(standing(filter.outcomes()));
        }
        for (var word : words.subList(0, Math.max(0, words.size() - 1))) {
            terms.add(QueueTerm.word(word));
        }
        var begun = words.isEmpty() ? List.<String>of() : begunBy(words.get(words.size() - 1));
        if (!begun.isEmpty()) {
            terms.add(QueueTerm.anyWord(begun.subList(0, Math.min(MOST_BEGUN, begun.size()))));
        }
        var found = new SubmissionOrder(entities, terms).read(after, limit);
        return new QueueKeys(found.places(), found.isWhole() && begun.size() <= MOST_BEGUN);
    }

    private static QueueTerm standing(Set<Outcome> outcomes) {
        return QueueTerm.anyWord(
                outcomes.stream().sorted().map(Facet.OUTCOME::of).toList());
    }

    /** The word itself and words that begin with it; more than may be asked for if there are more. */
    private List<String> begunBy(String word) {
        var words = new ArrayList<String>();
        words.add(word);
        if (word.length() >= SHORTEST_BEGINNING) {
            words.addAll(search.beginningWith(word, MOST_BEGUN));
        }
        return words;
    }

    Map<UUID, ReviewItem> items(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select i from ReviewItem i where i.id in :ids", ReviewItem.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(item -> item.id().value(), Function.identity()));
    }
}
