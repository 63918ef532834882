package dev.rushlight.review;

import dev.rushlight.people.PeopleDesk;
import dev.rushlight.policy.AppliesTo;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Lets a policy judge what came in before, a page at a time, and writes nothing. */
@Dependent
class Rehearsal {

    private static final int PAGE = 200;
    private static final int MOST_EXAMINED = 10_000;
    private static final int MOST_LISTED = 500;

    private record Case(ReviewVersion version, ReviewItem item) {}

    private record Move(Outcome then, Outcome instead) {}

    private final JpaReviewItems items;
    private final PeopleDesk people;
    private final DecidingGuests guests;

    @Inject
    Rehearsal(JpaReviewItems items, PeopleDesk people, DecidingGuests guests) {
        this.items = items;
        this.people = people;
        this.guests = guests;
    }

    /** @param progress hears how many versions were walked through, page by page */
    Simulation of(Policy policy, AppliesTo which, int max, IntConsumer progress) {
        var most = Math.min(max, MOST_EXAMINED);
        var hearings = new Hearings(people.electorate(), guests);
        var differences = new ArrayList<Difference>();
        var moves = new HashMap<Move, Integer>();
        var examined = 0;
        var walked = 0;
        var last = Optional.<ReviewVersion>empty();
        var complete = false;
        while (walked < most && !complete) {
            var asked = Math.min(PAGE, most - walked);
            var page = page(last, asked);
            var matching = page.stream()
                    .filter(past -> which.matches(past.item().work()))
                    .toList();
            judge(policy, matching, hearings, differences, moves);
            examined += matching.size();
            walked += page.size();
            complete = page.size() < asked;
            last = page.stream().reduce((earlier, later) -> later).map(Case::version);
            items.forgetWhatWasRead();
            progress.accept(walked);
        }
        return new Simulation(
                examined,
                moves.values().stream().mapToInt(Integer::intValue).sum(),
                complete,
                shifts(moves),
                differences);
    }

    /** The open items that an earlier revision judges, with what this one makes of them. */
    List<EarlierJudged> openUnderEarlier(Policy policy, int max) {
        var cases = items.openUnderEarlier(policy, max).stream()
                .map(Rehearsal::readCase)
                .toList();
        var hearings = new Hearings(people.electorate(), guests);
        hearings.expect(cases.stream().map(open -> open.item().id()).toList());
        return cases.stream()
                .map(open -> {
                    var version = open.version();
                    var hearing =
                            hearings.of(open.item(), version, items.votes(version.id()), items.seenBy(version.id()));
                    return new EarlierJudged(
                            open.item().id(),
                            open.item().project(),
                            version.name(),
                            version.number(),
                            version.policyRevision(),
                            version.outcome(),
                            policy.judge(hearing).outcome());
                })
                .toList();
    }

    private static Case readCase(Object[] row) {
        return new Case((ReviewVersion) row[0], (ReviewItem) row[1]);
    }

    private List<Case> page(Optional<ReviewVersion> last, int max) {
        return items.versionsBefore(last, max).stream().map(Rehearsal::readCase).toList();
    }

    private void judge(
            Policy policy,
            List<Case> cases,
            Hearings hearings,
            List<Difference> differences,
            Map<Move, Integer> moves) {
        if (cases.isEmpty()) {
            return;
        }
        var ids = cases.stream().map(past -> past.version().id()).toList();
        var votes = items.votesOn(ids);
        var seen = items.seenOf(ids);
        hearings.expect(cases.stream().map(past -> past.item().id()).distinct().toList());
        for (var past : cases) {
            var version = past.version();
            var hearing = hearings.ofVotes(
                    past.item(),
                    version,
                    votes.getOrDefault(version.id(), new VotesOnVersion(List.of())),
                    seen.getOrDefault(version.id(), List.of()));
            var then = version.outcomeOfVotes();
            var instead = policy.judge(hearing).outcome();
            if (then != instead) {
                moves.merge(new Move(then, instead), 1, Integer::sum);
                if (differences.size() < MOST_LISTED) {
                    differences.add(new Difference(
                            past.item().id(), past.item().project(), version.name(), version.number(), then, instead));
                }
            }
        }
    }

    private static List<Shift> shifts(Map<Move, Integer> moves) {
        return moves.entrySet().stream()
                .map(move -> new Shift(move.getKey().then(), move.getKey().instead(), move.getValue()))
                .sorted(Comparator.comparingInt(Shift::count)
                        .reversed()
                        .thenComparing(Shift::then)
                        .thenComparing(Shift::instead))
                .toList();
    }
}
