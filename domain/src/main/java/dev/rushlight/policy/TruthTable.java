package dev.rushlight.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a policy makes of the votes that people wonder about before they save it: examples with invented people, each judged
 * by the policy itself.
 */
public final class TruthTable {

    /** What was voted, in words, and what the policy makes of it. */
    public record Example(String votes, Judgement judgement) {}

    private final Policy policy;
    private final Cast cast;
    private final List<Example> examples = new ArrayList<>();

    private TruthTable(Policy policy) {
        this.policy = policy;
        this.cast = new Cast(policy);
    }

    public static List<Example> of(Policy policy) {
        var table = new TruthTable(policy);
        table.approvals();
        table.objections();
        table.exceptions();
        return List.copyOf(table.examples);
    }

    private void approvals() {
        add("Nobody voted", List.of());
        var stages = policy.stages();
        if (cast.asked().size() > 1 && stages.get(0).mode() != Mode.LABEL) {
            add("One person approves: " + name(first()), List.of(vote(first(), Choice.APPROVE)));
        }
        for (var last = 1; last < stages.size(); last++) {
            add(
                    "Everybody approves up to " + stages.get(last - 1).name(),
                    cast.ballots(stages.subList(0, last), member -> Choice.APPROVE));
        }
        add("Everybody who is asked approves", everybody(Choice.APPROVE));
        add("Everybody approves, one of them with notes", everybodyBut(first(), Choice.APPROVE_WITH_NOTES));
    }

    private void objections() {
        add("Everybody approves, then one requests changes", everybodyBut(last(), Choice.REQUEST_CHANGES));
        cast.asked().stream()
                .filter(member -> !member.isLead() && !isBlocking(member))
                .findFirst()
                .ifPresent(member -> add(
                        "Everybody approves, then one who is no lead rejects", everybodyBut(member, Choice.REJECT)));
        add("Everybody approves, and a lead rejects", with(everybody(Choice.APPROVE), vote(lead(), Choice.REJECT)));
        policy.stages().stream()
                .flatMap(stage -> stage.blockingFunctions().stream())
                .distinct()
                .sorted()
                .forEach(function -> add(
                        "Everybody approves, and somebody who is %s requests changes".formatted(function),
                        with(everybody(Choice.APPROVE), vote(cast.withFunction(function), Choice.REQUEST_CHANGES))));
        add(
                "Everybody approves, and somebody who is not asked requests changes",
                with(everybody(Choice.APPROVE), vote(Cast.OUTSIDER, Choice.REQUEST_CHANGES)));
    }

    private void exceptions() {
        if (policy.abstainAllowed()) {
            add("Everybody abstains", everybody(Choice.ABSTAIN));
        }
        if (policy.stages().get(0).mode() != Mode.LABEL) {
            add(
                    "Only who submitted approves",
                    judge(List.of(vote(first(), Choice.APPROVE)), first().username(), true, 0));
        }
        if (policy.stages().stream().anyMatch(Stage::requireSeen)) {
            add("Everybody approves without having looked", judge(everybody(Choice.APPROVE), Cast.ARTIST, false, 0));
        }
        add("Everybody approves, and a blocking note is open", judge(everybody(Choice.APPROVE), Cast.ARTIST, true, 1));
    }

    private void add(String votes, List<Ballot> ballots) {
        add(votes, judge(ballots, Cast.ARTIST, true, 0));
    }

    private void add(String votes, Judgement judgement) {
        examples.add(new Example(votes, judgement));
    }

    private Judgement judge(List<Ballot> ballots, String author, boolean looked, int openBlockers) {
        return policy.judge(cast.hearing(ballots, author, looked, openBlockers));
    }

    private List<Ballot> everybody(Choice choice) {
        return cast.ballots(policy.stages(), member -> choice);
    }

    /** The exception votes last. */
    private List<Ballot> everybodyBut(Member exception, Choice choice) {
        Predicate<Ballot> isTheirs = ballot -> ballot.voter().equals(exception);
        var all = everybody(Choice.APPROVE);
        return Stream.concat(
                        all.stream().filter(isTheirs.negate()),
                        all.stream().filter(isTheirs).map(ballot -> new Ballot(exception, choice, ballot.label())))
                .toList();
    }

    private static List<Ballot> with(List<Ballot> ballots, Ballot more) {
        var all = new ArrayList<>(ballots);
        all.removeIf(ballot -> ballot.voter().equals(more.voter()) && !ballot.isLabelled());
        all.add(more);
        return all;
    }

    private static Ballot vote(Member member, Choice choice) {
        return Ballot.of(member, choice);
    }

    private boolean isBlocking(Member member) {
        return policy.stages().stream().anyMatch(stage -> member.hasAnyOf(stage.blockingFunctions()));
    }

    private Member first() {
        return cast.asked().get(0);
    }

    private Member last() {
        return cast.asked().get(cast.asked().size() - 1);
    }

    private Member lead() {
        return cast.asked().stream().filter(Member::isLead).findFirst().orElse(Cast.LEAD);
    }

    private static String name(Member member) {
        return member.username();
    }
}
