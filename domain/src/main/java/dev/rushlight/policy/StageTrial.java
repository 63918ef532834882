package dev.rushlight.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One stage of a trial. Its seats belong to the people whom it selects now and to those whom it selected when they cast a
 * vote that counts, without the author unless that is allowed; each is filled by its own vote or else by its deputy's,
 * whose abstention is theirs alone.
 */
final class StageTrial {

    private final Stage stage;
    private final Assembly assembly;
    private final Map<String, Seat> seats;
    private final Set<Ballot> words;
    private final int approvals;
    private final int voting;
    private final List<Blocker> objections;
    private final boolean isSatisfied;

    StageTrial(Stage stage, Assembly assembly) {
        this.stage = stage;
        this.assembly = assembly;
        this.seats = applies() ? seats() : Map.of();
        this.words = words();
        this.approvals = (int) seatsThat(Seat::approves).count();
        this.voting = (int) seatsThat(seat -> !seat.abstains()).count();
        this.objections = (decidesByLatest() ? latest().stream() : words.stream())
                .filter(Ballot::objects)
                .map(ballot -> Blocker.objection(ballot.reviewer()))
                .toList();
        this.isSatisfied = objections.isEmpty() && !isBroken() && isApproved();
    }

    private Map<String, Seat> seats() {
        var filled = new TreeMap<String, Seat>();
        assembly.hearing().members().stream()
                .filter(this::selects)
                .map(Member::username)
                .forEach(name -> filled.put(name, seat(name)));
        assembly.ballots().stream()
                .filter(ballot -> ballot.label().equals(stage.label()) && selects(ballot.voter()))
                .map(Ballot::reviewer)
                .filter(name -> !filled.containsKey(name))
                .map(this::seat)
                .filter(seat -> !seat.isOpen())
                .forEach(seat -> filled.put(seat.reviewer(), seat));
        return filled;
    }

    private boolean selects(Member member) {
        return stage.selects(member, assembly.hearing()) && assembly.mayDecide(member.username());
    }

    private Seat seat(String reviewer) {
        var deputy = stage.mode() == Mode.LABEL ? Optional.<String>empty() : assembly.deputyOf(reviewer);
        var vote = assembly.vote(reviewer, stage.label())
                .or(() -> deputy.flatMap(name -> assembly.vote(name, Optional.empty()))
                        .filter(ballot -> !ballot.abstains()));
        return new Seat(
                reviewer,
                deputy.filter(name -> assembly.canBeAsked(name) && !assembly.hasVoted(name)),
                vote,
                stage.requireSeen() && vote.filter(this::isBlind).isPresent());
    }

    private boolean isBlind(Ballot ballot) {
        return ballot.approves() && !assembly.hasLooked(ballot.reviewer());
    }

    /** The votes that say something here, in the order in which they were cast. */
    private Set<Ballot> words() {
        var counting =
                seats.values().stream().flatMap(seat -> seat.word().stream()).collect(Collectors.toSet());
        return assembly.ballots().stream()
                .filter(counting::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isApproved() {
        return switch (stage.mode()) {
            case ANY, LABEL -> latest().isPresent();
            case ALL, QUORUM, LEAD -> approvals >= needed();
        };
    }

    Stage stage() {
        return stage;
    }

    boolean applies() {
        return stage.appliesTo().matches(assembly.hearing().work());
    }

    boolean isSatisfied() {
        return isSatisfied;
    }

    /** Whether the latest vote decides, whoever of the reviewers casts it. */
    boolean decidesByLatest() {
        return stage.mode() == Mode.ANY || stage.mode() == Mode.LABEL;
    }

    /** Whether it can never be satisfied, whatever anybody votes. */
    boolean isBroken() {
        return seats.isEmpty()
                || stage.quorum()
                        .filter(quorum -> quorum.isBeyond(seats.size()))
                        .isPresent();
    }

    /** Whether somebody who is asked here has voted. */
    boolean hasBegun() {
        return seatsThat(seat -> seat.vote().isPresent()).findAny().isPresent();
    }

    /** Whether the vote comes from one of those functions whose objection counts wherever it comes from. */
    boolean isBlockedBy(Ballot ballot) {
        return applies()
                && ballot.voter().hasAnyOf(stage.blockingFunctions())
                && (!ballot.isLabelled() || ballot.label().equals(stage.label()));
    }

    boolean hasSeatOf(String reviewer) {
        return seats.containsKey(reviewer);
    }

    boolean counts(Ballot ballot) {
        return words.contains(ballot);
    }

    /** Those of the reviewers who stand in the way. */
    List<Blocker> objections() {
        return objections;
    }

    boolean approvesWithNotes() {
        return isSatisfied
                && (decidesByLatest() ? latest().stream() : words.stream())
                        .anyMatch(ballot -> ballot.choice() == Choice.APPROVE_WITH_NOTES);
    }

    /** The vote that was cast last. */
    Optional<Ballot> latest() {
        return words.stream().reduce((earlier, later) -> later);
    }

    int approvals() {
        return approvals;
    }

    /** How many have a seat. */
    int size() {
        return seats.size();
    }

    /** How many are asked: everybody but those who abstain. */
    int voting() {
        return voting;
    }

    /** How many approvals it takes; never none. */
    int needed() {
        return switch (stage.mode()) {
            case ALL -> Math.max(1, voting);
            case QUORUM -> stage.quorum().orElseThrow().outOf(voting);
            case ANY, LEAD, LABEL -> 1;
        };
    }

    List<Seat> open() {
        return seatsThat(Seat::isOpen).toList();
    }

    List<Seat> taken() {
        return seatsThat(seat -> seat.vote().isPresent()).toList();
    }

    List<Seat> unseen() {
        return seatsThat(Seat::isUnseen).toList();
    }

    List<Seat> abstaining() {
        return seatsThat(Seat::abstains).toList();
    }

    /** Those of the selectors by which somebody may still vote; people who are named are left out once they have. */
    List<Selector> openSelectors() {
        return stage.reviewers().stream()
                .filter(selector -> selector.kind() != Selector.Kind.USER || isOpen(selector.name()))
                .toList();
    }

    private boolean isOpen(String reviewer) {
        return Optional.ofNullable(seats.get(reviewer)).filter(Seat::isOpen).isPresent();
    }

    /** Whose vote would move it on. */
    Stream<Selector> awaiting() {
        if (isSatisfied || isBroken()) {
            return Stream.empty();
        }
        return decidesByLatest()
                ? openSelectors().stream().flatMap(this::candidates)
                : open().stream().flatMap(Seat::candidates).map(Selector::user);
    }

    private Stream<Selector> candidates(Selector selector) {
        return selector.kind() == Selector.Kind.USER
                ? seats.get(selector.name()).candidates().map(Selector::user)
                : Stream.of(selector);
    }

    /** Whom the stage names and nobody can ask, because they are not here or not any more. */
    List<String> missing() {
        return stage.reviewers().stream()
                .filter(selector -> selector.kind() == Selector.Kind.USER)
                .map(Selector::name)
                .filter(name -> !seats.containsKey(name) && !assembly.canBeAsked(name))
                .distinct()
                .toList();
    }

    /** The author, if only that keeps them from having a seat. */
    Optional<String> excluded() {
        return Stream.concat(
                        assembly.hearing().members().stream(),
                        assembly.ballots().stream().map(Ballot::voter))
                .filter(member -> assembly.isAuthor(member.username())
                        && stage.selects(member, assembly.hearing())
                        && !assembly.mayDecide(member.username()))
                .map(Member::username)
                .findFirst();
    }

    /** The author, if they voted here in vain. */
    Optional<String> excludedVoter() {
        return excluded().filter(author -> assembly.vote(author, stage.label()).isPresent());
    }

    private Stream<Seat> seatsThat(Predicate<Seat> which) {
        return seats.values().stream().filter(which);
    }
}
