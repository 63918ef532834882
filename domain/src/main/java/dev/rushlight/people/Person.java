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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    @Enumerated(EnumType.STRING)
    private PersonKind kind;

    private String functions;

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

    private Person(String username, String displayName, Role role, PersonState state, PersonKind kind, Instant now) {
        this.id = UUID.randomUUID();
        this.username = username;
        this.displayName = displayName;
        this.role = role;
        this.state = state;
        this.kind = kind;
        this.functions = "";
        this.createdAt = now;
    }

    static Person founding(String username, String displayName, String passwordHash, Instant now) {
        var person = new Person(username, displayName, Role.ADMIN, PersonState.ACTIVE, PersonKind.HUMAN, now);
        person.passwordHash = passwordHash;
        return person;
    }

    static Person invited(String username, String displayName, Role role, Instant now) {
        return new Person(username, displayName, role, PersonState.INVITED, PersonKind.HUMAN, now);
    }

    /** A program that votes or submits over a hub; there is no way to log in as one. */
    static Person bot(String username, String displayName, Role role, Instant now) {
        return new Person(username, displayName, role, PersonState.ACTIVE, PersonKind.BOT, now);
    }

    /** Somebody from outside, who comes by a link that is kept elsewhere. */
    static Person guest(String username, String displayName, Role role, Instant now) {
        return new Person(username, displayName, role, PersonState.ACTIVE, PersonKind.GUEST, now);
    }

    /** A new invitation voids the one before; for an active account it is the way to a new password. */
    void invite(String tokenHash, Instant now) {
        if (state == PersonState.DEACTIVATED) {
            throw new NotAllowed("%s is deactivated and cannot be invited".formatted(username));
        }
        if (kind != PersonKind.HUMAN) {
            throw new NotAllowed("%s is no person who could log in".formatted(username));
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
        if (kind != PersonKind.HUMAN && newRole.mayAdminister()) {
            throw new NotAllowed("%s is no person, and only people administer".formatted(username));
        }
        role = newRole;
    }

    void fulfil(Set<Function> newFunctions) {
        functions = newFunctions.stream().map(Function::name).sorted().collect(Collectors.joining(" "));
    }

    void deactivate() {
        moveTo(PersonState.DEACTIVATED);
        voidInvitation();
    }

    void reactivate() {
        moveTo(passwordHash == null && kind == PersonKind.HUMAN ? PersonState.INVITED : PersonState.ACTIVE);
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

    PersonKind kind() {
        return kind;
    }

    private Set<String> functions() {
        return functions.isEmpty() ? Set.of() : Set.of(functions.split(" "));
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    Identity identity() {
        return new Identity(id(), username, displayName, role, functions(), kind);
    }

    PersonSummary summary() {
        return new PersonSummary(
                id(), username, displayName, role, state, kind, functions(), Optional.ofNullable(lastLoginAt));
    }
}
