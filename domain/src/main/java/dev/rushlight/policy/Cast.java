package dev.rushlight.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People invented for a policy, so that each of its stages has somebody to ask, and work to which its stages apply. */
final class Cast {

    static final String ARTIST = "the artist";
    static final Member OUTSIDER = new Member("somebody else", Set.of(), Set.of());
    private static final List<String> ROLES = List.of("VIEWER", "REVIEWER", Member.LEAD, "ADMIN");
    static final Member LEAD = new Member("a lead", included(Member.LEAD), Set.of());

    private final Policy policy;
    private final Map<Selector, List<Member>> people = new LinkedHashMap<>();

    Cast(Policy policy) {
        this.policy = policy;
        policy.stages().forEach(stage -> stage.reviewers().forEach(selector -> invite(selector, stage)));
    }

    private void invite(Selector selector, Stage stage) {
        var known = people.computeIfAbsent(selector, fresh -> new ArrayList<>());
        while (known.size() < wanted(selector, stage)) {
            known.add(member(selector, known.size() + 1, known.isEmpty() && hasToLead(selector)));
        }
    }

    private boolean hasToLead(Selector selector) {
        return policy.stages().stream()
                .anyMatch(
                        stage -> stage.mode() == Mode.LEAD && stage.reviewers().contains(selector));
    }

    private static int wanted(Selector selector, Stage stage) {
        if (selector.kind() == Selector.Kind.USER || stage.mode() == Mode.LABEL) {
            return 1;
        }
        return stage.quorum()
                .map(quorum -> quorum.isPercentage() ? 3 : quorum.amount() + 1)
                .orElse(2);
    }

    private static Member member(Selector selector, int number, boolean leads) {
        var usual = included(leads ? Member.LEAD : "REVIEWER");
        return switch (selector.kind()) {
            case USER -> new Member(selector.name(), usual, Set.of());
            case FUNCTION -> new Member(numbered(selector.name(), number), usual, Set.of(selector.name()));
            case SUBMISSION -> new Member(numbered("named-reviewer", number), usual, Set.of());
            case ROLE ->
                new Member(
                        numbered(selector.name().toLowerCase(Locale.ROOT), number),
                        union(included(selector.name()), leads ? usual : Set.of()),
                        Set.of());
        };
    }

    private static String numbered(String name, int number) {
        return "%.58s-%d".formatted(name, number);
    }

    /** The role and those below it. */
    private static Set<String> included(String role) {
        return ROLES.contains(role) ? Set.copyOf(ROLES.subList(0, ROLES.indexOf(role) + 1)) : Set.of(role);
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Everybody whom a stage asks, in the order of the stages. */
    List<Member> asked() {
        return policy.stages().stream()
                .flatMap(this::askedBy)
                .collect(Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), List::copyOf));
    }

    private Stream<Member> askedBy(Stage stage) {
        var hearing = hearing(List.of(), ARTIST, false, 0);
        return members().filter(member -> stage.selects(member, hearing));
    }

    private Stream<Member> members() {
        return people.values().stream().flatMap(List::stream);
    }

    /** Somebody who has that function: one of those who are asked, or else somebody who is not. */
    Member withFunction(String function) {
        return asked().stream()
                .filter(member -> member.functions().contains(function))
                .findFirst()
                .orElseGet(() -> new Member(function, Set.of(), Set.of(function)));
    }

    /** What everybody in these stages says, each person once and each check once. */
    List<Ballot> ballots(List<Stage> stages, Function<Member, Choice> said) {
        return stages.stream()
                .flatMap(stage -> askedBy(stage).map(member -> new Ballot(member, said.apply(member), stage.label())))
                .distinct()
                .toList();
    }

    Hearing hearing(List<Ballot> ballots, String author, boolean looked, int openBlockers) {
        return new Hearing(
                work(),
                members().toList(),
                ballots,
                looked ? ballots.stream().map(Ballot::reviewer).collect(Collectors.toSet()) : Set.of(),
                author,
                people.getOrDefault(Selector.namedBySubmitter(), List.of()).stream()
                        .map(Member::username)
                        .toList(),
                Map.of(),
                openBlockers,
                Optional.empty(),
                Optional.empty(),
                SideState.NONE);
    }

    private Work work() {
        return new Work(
                some(AppliesTo::kinds).orElse("ASSET"),
                some(AppliesTo::projects).orElse("a project"),
                some(AppliesTo::steps));
    }

    private Optional<String> some(Function<AppliesTo, Set<String>> names) {
        return policy.stages().stream()
                .map(Stage::appliesTo)
                .flatMap(work -> names.apply(work).stream().sorted())
                .map(name -> name.endsWith("*") ? name.substring(0, name.length() - 1) : name)
                .findFirst();
    }
}
