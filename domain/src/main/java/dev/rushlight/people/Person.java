package dev.rushlight.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One account: invited by an administrator (or founding the installation), then active until somebody deactivates it. */
@Entity
@Table(schema = "review", name = "person")
class Person {

    private static final Duration INVITATION_LASTS = Duration.ofDays(7);

    @Id
    private UUID id;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private PersonState state;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "invitation_hash")
    private @Nullable String invitationHash;

    @Column(name = "invitation_expires_at")
    private @Nullable Instant invitationExpiresAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_login_at")
    private @Nullable Instant lastLoginAt;

    @Version
    private int revision;

    @SuppressWarnings("NullAway.Init")
    protected Person() {} // for JPA

    private Person(String username, String displayName, Role role, PersonState state, Instant now) {
        this.id = UUID.randomUUID();
        this.username = username;
        this.displayName = displayName;
        this.role = role;
        this.state = state;
        this.createdAt = now;
    }

    static Person founding(String username, String displayName, String passwordHash, Instant now) {
        var person = new Person(username, displayName, Role.ADMIN, PersonState.ACTIVE, now);
        person.passwordHash = passwordHash;
        return person;
    }

    static Person invited(String username, String displayName, Role role, Instant now) {
        return new Person(username, displayName, role, PersonState.INVITED, now);
    }

    /** A new invitation voids the one before; for an active account it is the way to a new password. */
    void invite(String tokenHash, Instant now) {
        if (state == PersonState.DEACTIVATED) {
            throw new NotAllowed("%s is deactivated and cannot be invited".formatted(username));
        }
        invitationHash = tokenHash;
        invitationExpiresAt = now.plus(INVITATION_LASTS);
    }

    boolean isInvited(Instant now) {
        return state != PersonState.DEACTIVATED && invitationExpiresAt != null && now.isBefore(invitationExpiresAt);
    }

    void accept(String newPasswordHash, Instant now) {
        if (!isInvited(now)) {
            throw new NoSuchInvitation();
        }
        if (state != PersonState.ACTIVE) {
            moveTo(PersonState.ACTIVE);
        }
        passwordHash = newPasswordHash;
        voidInvitation();
    }

    void assign(Role newRole) {
        role = newRole;
    }

    void deactivate() {
        moveTo(PersonState.DEACTIVATED);
        voidInvitation();
    }

    void reactivate() {
        moveTo(passwordHash == null ? PersonState.INVITED : PersonState.ACTIVE);
    }

    void loggedIn(Instant now) {
        lastLoginAt = now;
    }

    void rehash(String strongerHash) {
        passwordHash = strongerHash;
    }

    private void voidInvitation() {
        invitationHash = null;
        invitationExpiresAt = null;
    }

    private void moveTo(PersonState next) {
        if (!state.next().contains(next)) {
            throw new NotAllowed("%s is %s and cannot become %s".formatted(username, state, next));
        }
        state = next;
    }

    boolean isActive() {
        return state == PersonState.ACTIVE;
    }

    boolean isActiveAdmin() {
        return isActive() && role.mayAdminister();
    }

    PersonState state() {
        return state;
    }

    PersonId id() {
        return new PersonId(id);
    }

    String username() {
        return username;
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    Identity identity() {
        return new Identity(id(), username, displayName, role);
    }

    PersonSummary summary() {
        return new PersonSummary(id(), username, displayName, role, state, Optional.ofNullable(lastLoginAt));
    }
}
