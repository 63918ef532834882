package dev.rushlight.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A hearing in the making. Who votes without having been introduced is a reviewer. */
final class Courtroom {

    private static final Set<String> REVIEWER = Set.of("VIEWER", "REVIEWER");
    private static final Set<String> LEAD = Set.of("VIEWER", "REVIEWER", "LEAD");

    private final Map<String, Member> people = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final List<Ballot> ballots = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> named = new ArrayList<>();
    private final Map<String, String> delegations = new HashMap<>();
    private Work work = new Work("ASSET", "spy", Optional.empty());
    private String author = "artist";
    private int openBlockers;
    private Optional<Veto> carriedVeto = Optional.empty();
    private Optional<Overriding> overriding = Optional.empty();
    private SideState side = SideState.NONE;

    /** The people of the truth table: A and B, L who leads, and X whom nobody asks. */
    static Courtroom ofTheTruthTable() {
        return new Courtroom().reviewers("a", "b", "x").lead("l");
    }

    Courtroom reviewers(String... names) {
        for (var name : names) {
            people.put(name, new Member(name, REVIEWER, Set.of()));
        }
        return this;
    }

    Courtroom lead(String name) {
        people.put(name, new Member(name, LEAD, Set.of()));
        return this;
    }

    Courtroom reviewerWith(String name, String... functions) {
        people.put(name, new Member(name, REVIEWER, Set.of(functions)));
        return this;
    }

    /** Guests and bots: no role selects them. */
    Courtroom withoutRole(String name, String... functions) {
        people.put(name, new Member(name, Set.of(), Set.of(functions)));
        return this;
    }

    /** Somebody who is not here any more, or not any more what they were; what they said so far stays as it was. */
    Courtroom leaves(String name) {
        gone.add(name);
        return this;
    }

    Courtroom votes(String name, Choice choice) {
        ballots.add(Ballot.of(person(name), choice));
        return this;
    }

    Courtroom checks(String name, String label, Choice choice) {
        ballots.add(new Ballot(person(name), choice, Optional.of(label)));
        return this;
    }

    Courtroom looks(String... names) {
        seen.addAll(List.of(names));
        return this;
    }

    Courtroom submittedBy(String name) {
        author = name;
        return this;
    }

    Courtroom naming(String... names) {
        named.addAll(List.of(names));
        return this;
    }

    Courtroom delegates(String absent, String deputy) {
        delegations.put(absent, deputy);
        return this;
    }

    Courtroom about(Work subject) {
        work = subject;
        return this;
    }

    Courtroom blockingNotes(int count) {
        openBlockers = count;
        return this;
    }

    Courtroom carrying(String by, int version) {
        carriedVeto = Optional.of(new Veto(by, version));
        return this;
    }

    Courtroom overridden(Outcome outcome, String by, String reason) {
        overriding = Optional.of(new Overriding(outcome, by, reason));
        return this;
    }

    Courtroom aside(SideState state) {
        side = state;
        return this;
    }

    Hearing hearing() {
        return new Hearing(
                work,
                people.values().stream()
                        .filter(member -> !gone.contains(member.username()))
                        .toList(),
                ballots,
                seen,
                author,
                named,
                delegations,
                openBlockers,
                carriedVeto,
                overriding,
                side);
    }

    Judgement judgedBy(Policy policy) {
        return policy.judge(hearing());
    }

    Outcome outcomeBy(Policy policy) {
        return judgedBy(policy).outcome();
    }

    /** What the explanation says, line by line. */
    List<String> explainedBy(Policy policy) {
        return judgedBy(policy).explanation().stream()
                .map(StageExplanation::text)
                .toList();
    }

    List<String> awaitedBy(Policy policy) {
        return judgedBy(policy).awaiting().stream().map(Selector::text).toList();
    }

    private Member person(String name) {
        if (!people.containsKey(name)) {
            reviewers(name);
        }
        return people.get(name);
    }
}
