package dev.rushlight.review;

import dev.rushlight.exchange.OwedKind;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Ballot;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Member;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one reviewer said of one version, for ever: a later vote takes its place, and whoever takes it out leaves their
 * name on it. Name, role and functions are those of the moment.
 */
@Entity
@Table(schema = "review", name = "vote")
class Vote {

    @Id
    @SequenceGenerator(name = "vote_seq", schema = "review", sequenceName = "vote_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vote_seq")
    private long id;

    @Column(name = "vote_key")
    private UUID voteKey;

    @Column(name = "version_id")
    private UUID version;

    @Column(name = "voter_id")
    private UUID voter;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private PersonKind kind;

    private String functions;

    @Enumerated(EnumType.STRING)
    private Choice choice;

    private @Nullable String label;
    private @Nullable String reason;

    @Column(name = "on_behalf_of")
    private String onBehalfOf;

    @Column(name = "cast_at")
    private Instant castAt;

    @Enumerated(EnumType.STRING)
    private VoteStanding standing;

    private boolean late;

    @Column(name = "copied_from")
    private @Nullable Integer copiedFrom;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "ended_by")
    private @Nullable String endedBy;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @SuppressWarnings("NullAway.Init")
    protected Vote() {} // for JPA

    /**
     * @param onBehalfOf whose deputy the voter is just now
     * @param late whether it comes after the outcome was final
     */
    Vote(
            VersionId version,
            Identity voter,
            Choice choice,
            Optional<String> label,
            Optional<String> reason,
            Collection<String> onBehalfOf,
            boolean late,
            Instant now) {
        this.voteKey = UUID.randomUUID();
        this.version = version.value();
        this.voter = voter.id().value();
        this.username = voter.username();
        this.displayName = voter.displayName();
        this.role = voter.role();
        this.kind = voter.kind();
        this.functions = HistoryText.writeFunctions(voter.functions());
        this.choice = choice;
        this.label = label.orElse(null);
        this.reason = reason.orElse(null);
        this.onBehalfOf = HistoryText.writeNames(onBehalfOf);
        this.late = late;
        this.standing = late ? VoteStanding.LATE : VoteStanding.CAST;
        this.castAt = now;
    }

    /** The same words on the next version, which shows the same picture. */
    Vote copiedTo(VersionId next, int number) {
        var copy = new Vote();
        copy.voteKey = UUID.randomUUID();
        copy.version = next.value();
        copy.voter = voter;
        copy.username = username;
        copy.displayName = displayName;
        copy.role = role;
        copy.kind = kind;
        copy.functions = functions;
        copy.choice = choice;
        copy.label = label;
        copy.reason = reason;
        copy.onBehalfOf = onBehalfOf;
        copy.standing = VoteStanding.CAST;
        copy.castAt = castAt;
        copy.copiedFrom = number;
        return copy;
    }

    void revoke(Optional<String> why, Instant now) {
        end(VoteStanding.REVOKED, username, why, now);
    }

    void dismiss(String by, String why, Instant now) {
        end(VoteStanding.DISMISSED, by, Optional.of(why), now);
    }

    void closeRound(String by, Instant now) {
        end(VoteStanding.BEFORE_REOPEN, by, Optional.empty(), now);
    }

    private void end(VoteStanding next, String by, Optional<String> why, Instant now) {
        if (!standing.next().contains(next)) {
            throw new VoteTakenOut(id(), standing);
        }
        standing = next;
        endedAt = now;
        endedBy = by;
        endReason = why.orElse(null);
    }

    /** Whether it was cast and not taken out; a later one may have replaced it. */
    boolean counts() {
        return standing == VoteStanding.CAST;
    }

    boolean canBeDismissed() {
        return standing.next().contains(VoteStanding.DISMISSED);
    }

    boolean isLate() {
        return late;
    }

    boolean isBy(PersonId person) {
        return voter.equals(person.value());
    }

    /** Whether one would replace the other: the same person, and the same label or none. */
    boolean replaces(Vote other) {
        return voter.equals(other.voter) && label().equals(other.label());
    }

    long sequence() {
        return id;
    }

    VoteId id() {
        return new VoteId(voteKey);
    }

    VersionId version() {
        return new VersionId(version);
    }

    PersonId voter() {
        return new PersonId(voter);
    }

    String username() {
        return username;
    }

    Choice choice() {
        return choice;
    }

    VoteStanding standing() {
        return standing;
    }

    Optional<String> label() {
        return Optional.ofNullable(label);
    }

    List<String> onBehalfOf() {
        return HistoryText.readNames(onBehalfOf);
    }

    Instant castAt() {
        return castAt;
    }

    private Set<String> functions() {
        return HistoryText.readFunctions(functions);
    }

    Actor actor() {
        return new Actor(voter(), username, displayName, role, kind, functions());
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Ballot ballot() {
        return new Ballot(
                new Member(username, kind.hasRoles() ? role.included() : Set.of(), functions()), choice, label());
    }

    DecidedVote decided() {
        return new DecidedVote(username, role, functions(), choice, label(), onBehalfOf(), castAt);
    }

    VoteDetail detail(boolean inForce, boolean outdated) {
        return new VoteDetail(
                id(),
                voter(),
                username,
                displayName,
                role,
                kind,
                functions(),
                choice,
                label(),
                reason(),
                onBehalfOf(),
                castAt,
                standing,
                inForce,
                Optional.ofNullable(endedAt)
                        .map(at -> new VoteEnding(
                                Optional.ofNullable(endedBy).orElse(username), at, Optional.ofNullable(endReason))),
                copiedFrom == null ? OptionalInt.empty() : OptionalInt.of(copiedFrom),
                outdated && inForce);
    }

    VoteRecorded recorded(ReviewItem line, ReviewVersion about) {
        return new VoteRecorded(
                OwedKind.VOTE_RECORDED.eventId(voteKey),
                about.eventId(),
                about.subject(line),
                id(),
                actor(),
                choice,
                label(),
                reason(),
                onBehalfOf(),
                late,
                castAt);
    }
}
