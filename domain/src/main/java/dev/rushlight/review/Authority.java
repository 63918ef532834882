package dev.rushlight.review;

import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.SideState;
import java.util.EnumSet;
import java.util.Set;

/** How far somebody may act upon what reviewers said, under the policy of a version. */
record Authority(Identity by, Policy policy) {

    void requireLeads() {
        if (!leads()) {
            throw new NotAllowed("Only a lead may do this, and %s is not one".formatted(by.username()));
        }
    }

    void requireOverrides() {
        if (!overrides()) {
            throw new NotAllowed("The policy %s does not let %s set an outcome".formatted(policy.id(), by.username()));
        }
    }

    void requireMayWithdraw(ReviewVersion version) {
        if (!submitted(version)) {
            requireLeads();
        }
    }

    /** What this person may do to the current version of a line as it stands. */
    Set<Power> over(ReviewVersion version, VotesOnVersion votes) {
        var powers = EnumSet.noneOf(Power.class);
        if (version.isClosed()) {
            return powers;
        }
        if (overrides()) {
            powers.add(Power.OVERRIDE);
        }
        if (leads() || submitted(version)) {
            powers.add(Power.WITHDRAW);
        }
        if (!leads()) {
            return powers;
        }
        powers.add(version.side() == SideState.ON_HOLD ? Power.RESUME : Power.HOLD);
        if (version.canReopen()) {
            powers.add(Power.REOPEN);
        }
        if (votes.all().stream().anyMatch(vote -> vote.canBeDismissed() && !vote.isBy(by.id()))) {
            powers.add(Power.DISMISS);
        }
        return powers;
    }

    private boolean submitted(ReviewVersion version) {
        return by.username().equals(Hearings.username(version.submitter()));
    }

    private boolean leads() {
        return by.kind().hasRoles() && by.role().mayLead() || overrides();
    }

    private boolean overrides() {
        return by.roles().stream().anyMatch(policy.overrideRoles()::contains);
    }
}
