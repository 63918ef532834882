package dev.rushlight.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who takes part in a hearing, and what each of them said; of each reviewer and label only the last vote is in force. */
final class Assembly {

    private record Slot(String reviewer, Optional<String> label) {}

    private final Policy policy;
    private final Hearing hearing;
    private final Set<String> present;
    private final Map<Slot, Ballot> inForce = new LinkedHashMap<>();

    Assembly(Policy policy, Hearing hearing) {
        this.policy = policy;
        this.hearing = hearing;
        this.present = hearing.members().stream().map(Member::username).collect(Collectors.toUnmodifiableSet());
        hearing.ballots().stream()
                .filter(ballot -> policy.abstainAllowed() || !ballot.abstains())
                .forEach(this::cast);
    }

    private void cast(Ballot ballot) {
        var slot = new Slot(ballot.reviewer(), ballot.label());
        inForce.remove(slot);
        inForce.put(slot, ballot);
    }

    Hearing hearing() {
        return hearing;
    }

    /** The votes in force, in the order in which they were cast. */
    Collection<Ballot> ballots() {
        return inForce.values();
    }

    Optional<Ballot> vote(String reviewer, Optional<String> label) {
        return Optional.ofNullable(inForce.get(new Slot(reviewer, label)));
    }

    boolean hasVoted(String reviewer) {
        return vote(reviewer, Optional.empty()).isPresent();
    }

    /** Whether this person may judge the work at all: not if it is their own, unless the policy lets them. */
    boolean mayDecide(String name) {
        return policy.allowSelfApproval() || !isAuthor(name);
    }

    boolean isAuthor(String name) {
        return name.equals(hearing.author());
    }

    Optional<String> deputyOf(String reviewer) {
        return Optional.ofNullable(hearing.delegations().get(reviewer)).filter(this::mayDecide);
    }

    boolean canBeAsked(String name) {
        return present.contains(name);
    }

    boolean hasLooked(String name) {
        return hearing.seenBy().contains(name);
    }
}
