package dev.rushlight.review;

import dev.rushlight.people.PersonId;
import dev.rushlight.policy.Ballot;
import dev.rushlight.policy.Choice;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All votes on one version in the order in which they were cast. Of each reviewer the latest that counts is in force, and
 * of a bot the latest under each label.
 */
record VotesOnVersion(List<Vote> all) {

    private record Seat(PersonId voter, Optional<String> label) {}

    List<Vote> inForce() {
        var latest = new LinkedHashMap<Seat, Vote>();
        all.stream().filter(Vote::counts).forEach(vote -> latest.put(new Seat(vote.voter(), vote.label()), vote));
        return latest.values().stream()
                .sorted(Comparator.comparingLong(Vote::sequence))
                .toList();
    }

    List<Ballot> ballots() {
        return inForce().stream().map(Vote::ballot).toList();
    }

    Vote require(VoteId id) {
        return all.stream().filter(vote -> vote.id().equals(id)).findFirst().orElseThrow(() -> new NoSuchVote(id));
    }

    /** This vote and what it replaced: without all of them, nothing of what its voter said is in force. */
    List<Vote> sayingOf(Vote vote) {
        if (!vote.counts()) {
            return List.of(vote);
        }
        return all.stream()
                .filter(other -> other.counts() && other.replaces(vote))
                .toList();
    }

    /** This vote and those of its voter that came after it. */
    List<Vote> since(long sequence) {
        return all.stream()
                .filter(vote -> vote.sequence() == sequence)
                .findFirst()
                .map(first -> all.stream()
                        .filter(vote -> vote.counts() && vote.replaces(first) && vote.sequence() >= sequence)
                        .toList())
                .orElse(List.of());
    }

    /** The latest rejection in force by somebody of this name. */
    Optional<Vote> rejectionBy(String username) {
        return inForce().stream()
                .filter(vote ->
                        vote.choice() == Choice.REJECT && vote.username().equals(username))
                .findFirst();
    }

    /** Who voted for whom: what a deputy said stays said when the delegation ends. */
    Map<String, String> deputies() {
        var deputies = new HashMap<String, String>();
        inForce().forEach(vote -> vote.onBehalfOf().forEach(absent -> deputies.put(absent, vote.username())));
        return deputies;
    }

    boolean has(String username) {
        return inForce().stream()
                .anyMatch(vote -> vote.label().isEmpty() && vote.username().equals(username));
    }

    List<VoteDetail> details(boolean outdated) {
        var inForce = inForce();
        return all.stream()
                .map(vote -> vote.detail(inForce.contains(vote), outdated))
                .toList();
    }
}
