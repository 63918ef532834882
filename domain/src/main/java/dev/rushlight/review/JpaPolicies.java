package dev.rushlight.review;

import dev.rushlight.policy.Policy;
import dev.rushlight.policy.Work;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The revisions of all policies, and which of them applies, in the database. */
@Dependent
class JpaPolicies {

    private final EntityManager entities;

    @Inject
    JpaPolicies(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Policy> find(String id, int revision) {
        return entities.createQuery(
                        "select p from PolicyRevision p where p.policyId = :id and p.revision = :revision",
                        PolicyRevision.class)
                .setParameter("id", id)
                .setParameter("revision", revision)
                .getResultStream()
                .findFirst()
                .map(PolicyRevision::policy);
    }

    Policy pinnedTo(ReviewVersion version) {
        return find(version.policyId(), version.policyRevision()).orElseThrow();
    }

    Optional<Policy> latest(String id) {
        return revisions(id, 1).stream().findFirst().map(PolicyRevision::policy);
    }

    /** Newest first. */
    List<PolicyRevision> revisions(String id, int max) {
        return entities.createQuery(
                        "select p from PolicyRevision p where p.policyId = :id order by p.policyId, p.revision desc",
                        PolicyRevision.class)
                .setParameter("id", id)
                .setMaxResults(max)
                .getResultList();
    }

    /** Of each policy its latest revision, by id. */
    List<PolicyRevision> latest() {
        return entities.createQuery(
                        "select p from PolicyRevision p where p.revision = (select max(l.revision) from PolicyRevision l"
                                + " where l.policyId = p.policyId) order by p.policyId",
                        PolicyRevision.class)
                .getResultList();
    }

    void add(PolicyRevision revision) {
        entities.persist(revision);
        entities.flush();
    }

    /** The policy of the first rule that matches; the last rule matches everything. */
    Policy applyingTo(Work work) {
        var id = rules().stream()
                .filter(rule -> rule.work().matches(work))
                .map(PolicyRule::policy)
                .findFirst()
                .orElseThrow();
        return latest(id).orElseThrow();
    }

    List<PolicyRule> rules() {
        return choices().stream().map(PolicyChoice::rule).toList();
    }

    /** Policies and rules change one at a time: the founding row is what all installations have. */
    void lock() {
        entities.find(PolicyChoice.class, PolicyChoice.FIRST, LockModeType.PESSIMISTIC_WRITE);
    }

    void replaceRules(List<PolicyRule> rules) {
        choices().forEach(entities::remove);
        entities.flush();
        IntStream.range(0, rules.size())
                .mapToObj(place -> new PolicyChoice(place + 1, rules.get(place)))
                .forEach(entities::persist);
        entities.flush();
    }

    private List<PolicyChoice> choices() {
        return entities.createQuery("select c from PolicyChoice c order by c.position", PolicyChoice.class)
                .getResultList();
    }
}
