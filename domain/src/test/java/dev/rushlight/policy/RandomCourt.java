package dev.rushlight.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Policies and hearings as chance has them: any mode, any people, anything said; nothing put aside or overridden. */
final class RandomCourt {

    private static final List<String> NAMES = List.of("ada", "bea", "cem", "dan", "eva", "fox", "gus");
    private static final List<String> FUNCTIONS = List.of("vfx_supervisor", "art_director", "client", "pipeline");
    private static final List<Set<String>> ROLES =
            List.of(Set.of(), Set.of("VIEWER"), Set.of("VIEWER", "REVIEWER"), Set.of("VIEWER", "REVIEWER", "LEAD"));
    private static final List<String> LABELS = List.of("qc:black", "qc:frames");
    private static final List<Choice> EVERY_CHOICE = List.of(Choice.values());
    private static final List<Choice> FRIENDLY = List.of(Choice.APPROVE, Choice.APPROVE_WITH_NOTES, Choice.ABSTAIN);
    private static final List<Work> WORKS =
            List.of(new Work("ASSET", "spy", Optional.of("comp")), new Work("TASK", "moon", Optional.empty()));
    private static final List<AppliesTo> SOME_WORK = List.of(
            new AppliesTo(Set.of("ASSET"), Set.of(), Set.of()), new AppliesTo(Set.of(), Set.of("sp*"), Set.of("comp")));

    private final RandomGenerator random;

    RandomCourt(RandomGenerator random) {
        this.random = random;
    }

    /** One to three stages in any of the modes. */
    Policy policy(List<Mode> modes) {
        var stages = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(number -> stage("Stage " + number, one(modes)))
                .toList();
        return new Policy(
                "by-chance",
                1,
                "By chance",
                stages,
                random.nextBoolean(),
                random.nextInt(4) > 0,
                one(List.of(OnNewVersion.values())),
                Policy.USUAL_OVERRIDE_ROLES,
                random.nextBoolean(),
                random.nextBoolean() ? Optional.of(Duration.ofSeconds(random.nextInt(90))) : Optional.empty(),
                random.nextBoolean() ? Optional.of(Duration.ofHours(1 + random.nextInt(48))) : Optional.empty(),
                random.nextBoolean() ? Optional.of(selector()) : Optional.empty());
    }

    private Stage stage(String name, Mode mode) {
        return new Stage(
                name,
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(i -> selector())
                        .distinct()
                        .toList(),
                mode,
                mode == Mode.QUORUM ? Optional.of(quorum()) : Optional.empty(),
                some(FUNCTIONS, 5),
                mode == Mode.LABEL ? Optional.of(one(LABELS)) : Optional.empty(),
                random.nextInt(4) == 0,
                random.nextInt(3) == 0,
                random.nextInt(4) == 0 ? one(SOME_WORK) : AppliesTo.EVERYTHING);
    }

    private Quorum quorum() {
        return random.nextBoolean() ? Quorum.of(1 + random.nextInt(3)) : Quorum.percent(1 + random.nextInt(100));
    }

    private Selector selector() {
        return switch (random.nextInt(4)) {
            case 0 -> Selector.user(one(NAMES));
            case 1 -> Selector.function(one(FUNCTIONS));
            case 2 -> Selector.role(one(List.of("VIEWER", "REVIEWER", "LEAD")));
            default -> Selector.namedBySubmitter();
        };
    }

    /** Up to one vote of each person, and up to one under each label; some hearings have not begun. */
    Hearing hearing() {
        var members = NAMES.stream()
                .filter(name -> random.nextInt(6) > 0)
                .map(name -> new Member(name, one(ROLES), some(FUNCTIONS, 3)))
                .toList();
        var isNews = random.nextInt(6) == 0;
        var mood = random.nextBoolean() ? FRIENDLY : EVERY_CHOICE;
        var ballots = new ArrayList<Ballot>();
        for (var member : isNews ? List.<Member>of() : members) {
            if (random.nextInt(3) > 0) {
                ballots.add(Ballot.of(member, one(mood)));
            }
            for (var label : LABELS) {
                if (random.nextInt(4) == 0) {
                    ballots.add(new Ballot(member, one(mood), Optional.of(label)));
                }
            }
        }
        Collections.shuffle(ballots, new Random(random.nextLong()));
        return new Hearing(
                one(WORKS),
                members.stream().filter(member -> random.nextInt(8) > 0).toList(),
                ballots,
                isNews ? Set.of() : some(NAMES, 2),
                one(NAMES),
                List.copyOf(some(NAMES, 4)),
                delegations(),
                random.nextInt(6) == 0 ? 1 : 0,
                random.nextInt(8) == 0 ? Optional.of(new Veto(one(NAMES), 1)) : Optional.empty(),
                Optional.empty(),
                SideState.NONE);
    }

    /** The same people and circumstances, and other votes. */
    static Hearing with(Hearing hearing, List<Ballot> ballots) {
        return with(hearing, ballots, hearing.delegations());
    }

    static Hearing withoutDeputies(Hearing hearing) {
        return with(hearing, hearing.ballots(), Map.of());
    }

    private static Hearing with(Hearing hearing, List<Ballot> ballots, Map<String, String> delegations) {
        return new Hearing(
                hearing.work(),
                hearing.members(),
                ballots,
                hearing.seenBy(),
                hearing.author(),
                hearing.namedReviewers(),
                delegations,
                hearing.openBlockers(),
                hearing.carriedVeto(),
                hearing.overriding(),
                hearing.side());
    }

    Hearing shuffled(Hearing hearing) {
        var ballots = new ArrayList<>(hearing.ballots());
        Collections.shuffle(ballots, new Random(random.nextLong()));
        return with(hearing, ballots);
    }

    /** Before what they say now, some said something else. */
    Hearing afterSecondThoughts(Hearing hearing) {
        var ballots = new ArrayList<>(hearing.ballots());
        hearing.ballots().stream()
                .filter(ballot -> random.nextBoolean())
                .map(ballot -> new Ballot(ballot.voter(), one(EVERY_CHOICE), ballot.label()))
                .forEach(ballot -> ballots.add(0, ballot));
        return with(hearing, ballots);
    }

    private Map<String, String> delegations() {
        var deputies = new HashMap<String, String>();
        if (random.nextInt(3) == 0) {
            var absent = one(NAMES);
            NAMES.stream()
                    .filter(name -> !name.equals(absent))
                    .skip(random.nextInt(5))
                    .findFirst()
                    .ifPresent(deputy -> deputies.put(absent, deputy));
        }
        return deputies;
    }

    /** Each of them with a chance of one in so many. */
    private Set<String> some(List<String> words, int oneIn) {
        var chosen = new HashSet<String>();
        words.stream().filter(word -> random.nextInt(oneIn) == 0).forEach(chosen::add);
        return chosen;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
