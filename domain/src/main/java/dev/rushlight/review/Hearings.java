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
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Puts together what policies have to know, out of what is stored and who is here. */
final class Hearings {

    private final Electorate electorate;
    private final DecidingGuests deciding;
    private final List<Member> team;
    private final List<Member> guests;
    private final Map<ReviewItemId, Set<String>> decidingOn = new HashMap<>();

    Hearings(Electorate electorate, DecidingGuests deciding) {
        this.electorate = electorate;
        this.deciding = deciding;
        this.team = members(electorate, voter -> !voter.isGuest());
        this.guests = members(electorate, Identity::isGuest);
    }

    private static List<Member> members(Electorate electorate, Predicate<Identity> which) {
        return electorate.voters().stream().filter(which).map(Hearings::member).toList();
    }

    /** Says about which items there will be hearings, so that what they need is looked up at once. */
    void expect(Collection<ReviewItemId> items) {
        decidingOn.clear();
        if (!guests.isEmpty()) {
            var found = deciding.on(items);
            items.forEach(item -> decidingOn.put(item, found.getOrDefault(item, Set.of())));
        }
    }

    /** The team and the item's own guests. */
    private List<Member> membersOn(ReviewItemId item) {
        if (guests.isEmpty()) {
            return team;
        }
        if (!decidingOn.containsKey(item)) {
            expect(List.of(item));
        }
        var invited = decidingOn.get(item);
        return Stream.concat(team.stream(), guests.stream().filter(guest -> invited.contains(guest.username())))
                .toList();
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
                membersOn(item.id()),
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
