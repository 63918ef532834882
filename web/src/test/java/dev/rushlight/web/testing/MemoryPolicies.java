package dev.rushlight.web.testing;

import dev.rushlight.people.Identity;
import dev.rushlight.policy.AppliesTo;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.EarlierJudged;
import dev.rushlight.review.PolicyDesk;
import dev.rushlight.review.PolicyRule;
import dev.rushlight.review.PolicySummary;
import dev.rushlight.review.Request;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.Simulation;
import dev.rushlight.review.StalePolicy;
import dev.rushlight.review.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;

/** The policy desk with a memory instead of a database. */
public final class MemoryPolicies extends PolicyDesk {

    public final List<String> done = new ArrayList<>();
    public final List<EarlierJudged> earlier = new ArrayList<>();
    public Simulation simulation = new Simulation(0, 0, true, List.of(), List.of());
    private final Map<String, List<Policy>> kept = new LinkedHashMap<>();
    private List<PolicyRule> rules = List.of(new PolicyRule(AppliesTo.EVERYTHING, "any-reviewer"));

    public MemoryPolicies() {
        with(Policy.firstThatShips());
    }

    public MemoryPolicies with(Policy policy) {
        kept.computeIfAbsent(policy.id(), fresh -> new ArrayList<>()).add(policy);
        return this;
    }

    public MemoryPolicies choosing(PolicyRule... inForce) {
        rules = List.of(inForce);
        return this;
    }

    @Override
    public List<PolicySummary> policies(Identity admin) {
        admin.requireAdmin();
        return kept.values().stream()
                .map(all -> summary(all.get(all.size() - 1)))
                .toList();
    }

    @Override
    public List<PolicySummary> revisions(Identity admin, String id) {
        var all = new ArrayList<PolicySummary>();
        kept.getOrDefault(id, List.of()).forEach(one -> all.add(0, summary(one)));
        return all;
    }

    private static PolicySummary summary(Policy policy) {
        return new PolicySummary(policy.id(), policy.revision(), policy.name(), Samples.NOW, "root");
    }

    @Override
    public Policy policy(Identity admin, String id, int revision) {
        return kept.get(id).get(revision - 1);
    }

    @Override
    public Policy save(Identity admin, Policy changed, int basedOn) {
        admin.requireAdmin();
        var current = kept.getOrDefault(changed.id(), List.of()).size();
        if (current != basedOn) {
            throw new StalePolicy("Revision %d is the latest, and not %d".formatted(current, basedOn));
        }
        var next = changed.revision(basedOn + 1);
        with(next);
        return next;
    }

    @Override
    public List<PolicyRule> rules(Identity admin) {
        return rules;
    }

    @Override
    public void choose(Identity admin, List<PolicyRule> seen, List<PolicyRule> chosen) {
        if (!seen.equals(rules)) {
            throw new StalePolicy("Somebody else changed the rules in the meantime");
        }
        rules = List.copyOf(chosen);
    }

    @Override
    public Simulation simulate(Identity admin, Policy changed, AppliesTo which, int max, IntConsumer progress) {
        done.add("tried %s on %d of %s".formatted(changed.name(), max, which));
        progress.accept(max / 2);
        return simulation;
    }

    @Override
    public List<EarlierJudged> openUnderEarlier(Identity admin, String id, int max) {
        return List.copyOf(earlier);
    }

    @Override
    public Verdict reevaluate(
            Identity admin, ReviewItemId id, int versionSeen, int revision, String reason, Request request) {
        done.add("re-evaluated v%d under %d: %s".formatted(versionSeen, revision, reason));
        earlier.removeIf(one -> one.item().equals(id));
        return new Verdict(Outcome.APPROVED, Optional.of(new DecisionId(UUID.randomUUID())), false);
    }
}
