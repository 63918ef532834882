package dev.rushlight.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One revision of the rules that turn votes into an outcome: a pure function, pinned to a version when it comes in.
 *
 * @param overrideRoles who may set an outcome over the reviewers' heads, reopen and dismiss
 * @param requireNoOpenBlockers whether an open blocking note keeps the work from being approved
 * @param grace how long a decision can be undone; empty means as the installation says
 * @param dueIn how long the reviewers have, from the submission on
 * @param escalateTo who is asked as well once that time is over
 */
public record Policy(
        String id,
        int revision,
        String name,
        List<Stage> stages,
        boolean allowSelfApproval,
        boolean abstainAllowed,
        OnNewVersion onNewVersion,
        Set<String> overrideRoles,
        boolean requireNoOpenBlockers,
        Optional<Duration> grace,
        Optional<Duration> dueIn,
        Optional<Selector> escalateTo) {

    static final Set<String> USUAL_OVERRIDE_ROLES = Set.of(Member.LEAD);
    static final int LONGEST_NAME = 100;
    static final int MOST_STAGES = 20;
    static final int MOST_OVERRIDE_ROLES = 20;
    static final Duration LONGEST_GRACE = Duration.ofDays(1);
    static final Duration LONGEST_DUE_IN = Duration.ofDays(366);

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    public Policy {
        stages = List.copyOf(stages);
        overrideRoles = Set.copyOf(overrideRoles);
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "A policy's id is 1 to 60 lower-case letters, digits and hyphens, not \"%s\"".formatted(id));
        }
        if (revision < 1) {
            throw new IllegalArgumentException("Revisions count from 1, and this one is %d".formatted(revision));
        }
        if (!Words.fitOneLine(name, LONGEST_NAME)) {
            throw new IllegalArgumentException("A policy has a name of 1 to %d characters".formatted(LONGEST_NAME));
        }
        if (stages.isEmpty() || stages.size() > MOST_STAGES) {
            throw new IllegalArgumentException(
                    "A policy has 1 to %d stages, not %d".formatted(MOST_STAGES, stages.size()));
        }
        if (stages.stream().map(Stage::name).distinct().count() < stages.size()) {
            throw new IllegalArgumentException("Two stages of the policy %s have one name".formatted(id));
        }
        if (overrideRoles.size() > MOST_OVERRIDE_ROLES
                || !overrideRoles.stream()
                        .allMatch(role -> Words.ROLE.matcher(role).matches())) {
            throw new IllegalArgumentException(
                    "A policy is overridden by up to %d roles in capital letters".formatted(MOST_OVERRIDE_ROLES));
        }
        if (grace.filter(time -> time.isNegative() || time.compareTo(LONGEST_GRACE) > 0)
                .isPresent()) {
            throw new IllegalArgumentException("The grace of a policy is 0 to 1 day");
        }
        if (dueIn.filter(time -> time.isNegative() || time.isZero() || time.compareTo(LONGEST_DUE_IN) > 0)
                .isPresent()) {
            throw new IllegalArgumentException("Reviewers have more than no time, and at most 366 days");
        }
    }

    /** Whether a policy may be called so by those who refer to it: 1 to 60 small letters, digits and hyphens. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** One stage, open to every reviewer and lead; the latest of their votes decides. */
    public static Policy firstThatShips() {
        return of("any-reviewer", "Any reviewer decides", Stage.of("Review", Mode.ANY, Selector.role("REVIEWER")))
                .withSelfApproval();
    }

    /** The first revision of a policy with the usual rules. */
    public static Policy of(String id, String name, Stage... stages) {
        return new Policy(
                id,
                1,
                name,
                List.of(stages),
                false,
                true,
                OnNewVersion.RESET,
                USUAL_OVERRIDE_ROLES,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Policy withSelfApproval() {
        return with(true, abstainAllowed, onNewVersion, revision);
    }

    public Policy withoutAbstaining() {
        return with(allowSelfApproval, false, onNewVersion, revision);
    }

    public Policy onNewVersion(OnNewVersion rule) {
        return with(allowSelfApproval, abstainAllowed, rule, revision);
    }

    public Policy revision(int number) {
        return with(allowSelfApproval, abstainAllowed, onNewVersion, number);
    }

    private Policy with(boolean selfApproval, boolean abstaining, OnNewVersion rule, int number) {
        return new Policy(
                id,
                number,
                name,
                stages,
                selfApproval,
                abstaining,
                rule,
                overrideRoles,
                requireNoOpenBlockers,
                grace,
                dueIn,
                escalateTo);
    }

    /** Judges in the order of the rules: side states, overrides, vetoes, objections, then stage after stage. */
    public Judgement judge(Hearing hearing) {
        return new Trial(this, hearing).judge();
    }

    /** Who rejects with a veto just now: it sticks to the line where {@link OnNewVersion#KEEP_VETO} says so. */
    public List<String> vetoes(Hearing hearing) {
        return new Trial(this, hearing).vetoes();
    }
}
