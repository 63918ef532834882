package dev.rushlight.review;

import dev.rushlight.people.Electorate;
import dev.rushlight.people.Identity;
import dev.rushlight.policy.Hearing;
import dev.rushlight.policy.Member;
import dev.rushlight.policy.SideState;
import dev.rushlight.policy.Veto;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts together what policies have to know, out of what is stored and who is here. */
final class Hearings {

    private final Electorate electorate;
    private final List<Member> members;

    Hearings(Electorate electorate) {
        this.electorate = electorate;
        this.members = electorate.voters().stream().map(Hearings::member).toList();
    }

    /** How new the people are. */
    long number() {
        return electorate.number();
    }

    Hearing of(ReviewItem item, ReviewVersion version, VotesOnVersion votes, Collection<String> seen) {
        return of(item, version, votes, seen, version.side());
    }

    /** As if nobody had put the version aside. */
    Hearing ofVotes(ReviewItem item, ReviewVersion version, VotesOnVersion votes, Collection<String> seen) {
        return of(item, version, votes, seen, SideState.NONE);
    }

    private Hearing of(
            ReviewItem item, ReviewVersion version, VotesOnVersion votes, Collection<String> seen, SideState side) {
        return new Hearing(
                item.work(),
                members,
                votes.ballots(),
                lookedAt(version, seen),
                username(version.submitter()),
                version.reviewers().stream().map(Hearings::username).distinct().toList(),
                deputies(votes),
                version.openBlockers(),
                sticking(version, votes).stream().findFirst(),
                version.overriding(),
                side);
    }

    /** The vetoes of earlier versions that nobody has lifted by voting on this one. */
    static List<Veto> sticking(ReviewVersion version, VotesOnVersion votes) {
        return version.vetoes().stream().filter(veto -> !votes.has(veto.by())).toList();
    }

    /** Those of the names that belong to somebody who may vote. */
    List<String> votersAmong(Collection<String> names) {
        var voters = new HashSet<>(
                electorate.voters().stream().map(Identity::username).toList());
        return names.stream()
                .map(Hearings::username)
                .filter(voters::contains)
                .distinct()
                .toList();
    }

    /** Whose deputy somebody is. */
    List<String> absentWith(String deputy) {
        return electorate.deputies().entrySet().stream()
                .filter(delegation -> delegation.getValue().equals(deputy))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Who reopens a version has looked at it. */
    private static Set<String> lookedAt(ReviewVersion version, Collection<String> seen) {
        var all = new HashSet<>(seen);
        version.reopenedBy().ifPresent(all::add);
        return all;
    }

    /** What a deputy said counts on when the delegation has ended, until the next deputy says something. */
    private Map<String, String> deputies(VotesOnVersion votes) {
        var deputies = new HashMap<>(votes.deputies());
        electorate.deputies().forEach((absent, deputy) -> {
            if (votes.has(deputy) || !deputies.containsKey(absent)) {
                deputies.put(absent, deputy);
            }
        });
        return deputies;
    }

    private static Member member(Identity person) {
        return new Member(person.username(), person.roles(), person.functions());
    }

    /** Hubs may write a name in another case. */
    static String username(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
