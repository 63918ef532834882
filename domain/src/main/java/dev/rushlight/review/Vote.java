package dev.rushlight.review;

import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one reviewer said of one version, for ever; a later vote takes its place, an undo marks it as revoked. */
@Entity
@Table(schema = "review", name = "vote")
class Vote {

    @Id
    @SequenceGenerator(name = "vote_seq", schema = "review", sequenceName = "vote_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "vote_seq")
    private long id;

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
    private Choice choice;

    private @Nullable String reason;

    @Column(name = "cast_at")
    private Instant castAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected Vote() {} // for JPA

    Vote(VersionId version, Identity voter, Choice choice, Optional<String> reason, Instant now) {
        this.version = version.value();
        this.voter = voter.id().value();
        this.username = voter.username();
        this.displayName = voter.displayName();
        this.role = voter.role();
        this.choice = choice;
        this.reason = reason.orElse(null);
        this.castAt = now;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    boolean isBy(PersonId person) {
        return voter.equals(person.value());
    }

    long id() {
        return id;
    }

    VersionId version() {
        return new VersionId(version);
    }

    PersonId voter() {
        return new PersonId(voter);
    }

    Actor actor() {
        return new Actor(voter(), username, displayName, role);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Ballot ballot() {
        return Ballot.of(
                new Member(
                        username,
                        Stream.of(Role.values())
                                .filter(included -> included.compareTo(role) <= 0)
                                .map(Role::name)
                                .collect(Collectors.toUnmodifiableSet()),
                        Set.of()),
                choice);
    }

    DecidedVote decided() {
        return new DecidedVote(username, role, choice, castAt);
    }

    VoteDetail detail(boolean inForce) {
        return new VoteDetail(voter(), username, displayName, role, choice, reason(), castAt, inForce, isRevoked());
    }
}
