package dev.rushlight.review;

import dev.rushlight.people.PersonId;
import dev.rushlight.policy.Ballot;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** All votes on one version in the order in which they were cast; of each reviewer the latest not revoked is in force. */
record VotesOnVersion(List<Vote> all) {

    List<Vote> inForce() {
        var latest = new LinkedHashMap<PersonId, Vote>();
        all.stream().filter(vote -> !vote.isRevoked()).forEach(vote -> latest.put(vote.voter(), vote));
        return latest.values().stream()
                .sorted(Comparator.comparingLong(Vote::id))
                .toList();
    }

    List<Ballot> ballots() {
        return inForce().stream().map(Vote::ballot).toList();
    }

    /** Takes back what this person said from the given vote on. */
    void revoke(PersonId person, long firstVote, Instant now) {
        all.stream()
                .filter(vote -> vote.isBy(person) && vote.id() >= firstVote && !vote.isRevoked())
                .forEach(vote -> vote.revoke(now));
    }

    List<VoteDetail> details() {
        var inForce = inForce();
        return all.stream().map(vote -> vote.detail(inForce.contains(vote))).toList();
    }
}
