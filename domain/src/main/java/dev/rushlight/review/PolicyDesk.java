package dev.rushlight.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.Ledger;
import dev.rushlight.ledger.LedgerEntry;
import dev.rushlight.people.Identity;
import dev.rushlight.policy.AppliesTo;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.PolicyText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Where administrators keep the policies. A revision never changes once it is saved, and versions stay with the one they
 * came in under; a changed policy judges what comes in next, and can be tried on what came before.
 */
@ApplicationScoped
@Transactional
public class PolicyDesk {

    private static final int MOST_REVISIONS = 1_000;
    private static final int MOST_RULES = 200;
    private static final UUID CHOICE = lineOf("choice of policy");

    private final JpaPolicies policies;
    private final Rehearsal rehearsal;
    private final Verdicts verdicts;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    PolicyDesk(JpaPolicies policies, Rehearsal rehearsal, Verdicts verdicts, Ledger ledger, Clock clock) {
        this.policies = policies;
        this.rehearsal = rehearsal;
        this.verdicts = verdicts;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected PolicyDesk() { // for CDI
        this(null, null, null, null, null);
    }

    /** Every policy in its latest revision, by id. */
    public List<PolicySummary> policies(Identity admin) {
        admin.requireAdmin();
        return policies.latest().stream().map(PolicyRevision::summary).toList();
    }

    /** What was saved under this id, newest first. */
    public List<PolicySummary> revisions(Identity admin, String id) {
        admin.requireAdmin();
        return policies.revisions(id, MOST_REVISIONS).stream()
                .map(PolicyRevision::summary)
                .toList();
    }

    public Policy policy(Identity admin, String id, int revision) {
        admin.requireAdmin();
        return find(id, revision);
    }

    /**
     * Saves a policy as its next revision, whatever number it carries.
     *
     * @param basedOn the revision that was changed; 0 for a policy of a new id
     */
    public Policy save(Identity admin, Policy changed, int basedOn) {
        admin.requireAdmin();
        policies.lock();
        var before = policies.latest(changed.id());
        var current = before.map(Policy::revision).orElse(0);
        var next = changed.revision(basedOn + 1);
        if (basedOn != current) {
            throw new StalePolicy(
                    "Revision %d of the policy %s is the latest, and not %d".formatted(current, next.id(), basedOn));
        }
        policies.add(new PolicyRevision(next, admin.username(), clock.instant()));
        record(
                lineOf("policy " + next.id()),
                Act.POLICY_CHANGED,
                admin,
                before.map(PolicyDesk::text).orElse(JsonValue.EMPTY_JSON_OBJECT),
                text(next));
        return next;
    }

    /** Which policy judges which work: the first rule that matches; the last one matches everything. */
    public List<PolicyRule> rules(Identity admin) {
        admin.requireAdmin();
        return policies.rules();
    }

    /**
     * Replaces the rules, for what comes in from now on.
     *
     * @param seen the rules that were changed
     */
    public void choose(Identity admin, List<PolicyRule> seen, List<PolicyRule> rules) {
        admin.requireAdmin();
        if (rules.isEmpty() || rules.size() > MOST_RULES) {
            throw new UnacceptableChoice("There are 1 to %d rules, not %d".formatted(MOST_RULES, rules.size()));
        }
        if (!rules.get(rules.size() - 1).work().equals(AppliesTo.EVERYTHING)) {
            throw new UnacceptableChoice("The last rule must be for all work, so that every submission has a policy");
        }
        rules.stream()
                .map(PolicyRule::policy)
                .filter(id -> policies.latest(id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw new UnacceptableChoice("There is no policy %s".formatted(id));
                });
        policies.lock();
        var current = policies.rules();
        if (!current.equals(seen)) {
            throw new StalePolicy("Somebody else changed the rules in the meantime");
        }
        policies.replaceRules(rules);
        record(CHOICE, Act.POLICY_CHOSEN, admin, text(current), text(rules));
    }

    /**
     * Tries a changed policy on versions that came in before, newest first, with the votes that were cast and the people
     * who are here now. Nothing is written.
     *
     * @param which of them
     * @param max how many versions to look at, 10,000 at most
     */
    public Simulation simulate(Identity admin, Policy changed, AppliesTo which, int max) {
        return simulate(admin, changed, which, max, walked -> {});
    }

    /** @param progress hears every now and then how many versions were walked through; it must return at once */
    public Simulation simulate(Identity admin, Policy changed, AppliesTo which, int max, IntConsumer progress) {
        admin.requireAdmin();
        return rehearsal.of(changed, which, max, progress);
    }

    /** The open items that an earlier revision of a policy judges, with what its latest one would make of them. */
    public List<EarlierJudged> openUnderEarlier(Identity admin, String id, int max) {
        admin.requireAdmin();
        return policies.latest(id)
                .map(latest -> rehearsal.openUnderEarlier(latest, max))
                .orElse(List.of());
    }

    /** Has another revision of its policy judge the current version of an item. */
    public Verdict reevaluate(
            Identity admin, ReviewItemId id, int versionSeen, int revision, String reason, Request request) {
        admin.requireAdmin();
        var why = Reason.optional(reason);
        return verdicts.once(id, admin, request, docket -> {
            docket.requireSeen(versionSeen);
            docket.requireOpen();
            var policy = find(docket.policy().id(), revision);
            var before = pinned(docket.version());
            docket.version().pin(policy);
            var under = docket.under(policy);
            var inForce = verdicts.judge(under);
            var deed = Deed.of(Cause.REEVALUATION, admin, why, request);
            verdicts.write(under, Act.REEVALUATED, deed, before, pinned(under.version()));
            return verdicts.settle(under, deed, inForce);
        });
    }

    private Policy find(String id, int revision) {
        return policies.find(id, revision)
                .orElseThrow(() -> new NoSuchPolicy("There is no revision %d of a policy %s".formatted(revision, id)));
    }

    private void record(UUID line, Act act, Identity by, JsonObject before, JsonObject after) {
        ledger.record(new LedgerEntry(line, act, by.author(), Optional.empty(), before, after, Optional.empty()));
    }

    private static UUID lineOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    private static JsonObject pinned(ReviewVersion version) {
        return Json.createObjectBuilder(LedgerText.of(version))
                .add("policy", version.policyId())
                .add("policyRevision", version.policyRevision())
                .build();
    }

    private static JsonObject text(Policy policy) {
        return Json.createObjectBuilder()
                .add("policy", policy.id())
                .add("revision", policy.revision())
                .add("name", policy.name())
                .add("definition", PolicyText.write(policy))
                .build();
    }

    private static JsonObject text(List<PolicyRule> rules) {
        var all = Json.createArrayBuilder();
        rules.forEach(rule -> all.add(Json.createObjectBuilder()
                .add("kinds", names(rule.work().kinds()))
                .add("projects", names(rule.work().projects()))
                .add("steps", names(rule.work().steps()))
                .add("policy", rule.policy())));
        return Json.createObjectBuilder().add("rules", all).build();
    }

    private static JsonArrayBuilder names(Collection<String> names) {
        return Json.createArrayBuilder(names.stream().sorted().toList());
    }
}
