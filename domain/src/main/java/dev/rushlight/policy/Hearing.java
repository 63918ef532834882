package dev.rushlight.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a policy has to know to judge a version; equal hearings get equal judgements.
 *
 * @param members the active people who can be asked now
 * @param ballots each reviewer's vote in force (one for each label), in the order in which they were cast
 * @param seenBy reviewers who looked at the version
 * @param author who submitted it
 * @param namedReviewers whom the submitter asked for
 * @param delegations who votes for whom just now: absent reviewer to deputy
 * @param openBlockers open notes that must be resolved before the work can be approved
 */
public record Hearing(
        Work work,
        List<Member> members,
        List<Ballot> ballots,
        Set<String> seenBy,
        String author,
        List<String> namedReviewers,
        Map<String, String> delegations,
        int openBlockers,
        Optional<Veto> carriedVeto,
        Optional<Overriding> overriding,
        SideState side) {

    public Hearing {
        members = List.copyOf(members);
        ballots = List.copyOf(ballots);
        seenBy = Set.copyOf(seenBy);
        namedReviewers = List.copyOf(namedReviewers);
        delegations = Map.copyOf(delegations);
    }
}
