package dev.rushlight.reviewsession;

import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lets one guest into one review session. Of its code and passphrase only hashes are kept. */
@Entity
@Table(schema = "review", name = "guest_link")
class GuestLink {

    private static final Duration CLEARED_AFTER = Duration.ofDays(90);
    private static final Duration NOTED_AFTER = Duration.ofMinutes(1);

    @Id
    private UUID id;

    @Column(name = "session_id")
    private UUID reviewSession;

    @Column(name = "guest_id")
    private UUID guest;

    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    @Column(name = "rights")
    private GuestRight right;

    @Column(name = "code_hash")
    private @Nullable String codeHash;

    @Column(name = "passphrase_hash")
    private @Nullable String passphraseHash;

    @Enumerated(EnumType.STRING)
    private GuestLinkState state;

    @Column(name = "made_by")
    private UUID madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    private int entered;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected GuestLink() {} // for JPA

    GuestLink(
            ReviewSessionId reviewSession,
            Identity guest,
            GuestForm form,
            String codeHash,
            Optional<String> passphraseHash,
            Identity maker,
            Instant now) {
        this.id = UUID.randomUUID();
        this.reviewSession = reviewSession.value();
        this.guest = guest.id().value();
        this.email = form.email().orElse(null);
        this.right = form.right();
        this.codeHash = codeHash;
        this.passphraseHash = passphraseHash.orElse(null);
        this.state = GuestLinkState.VALID;
        this.madeBy = maker.id().value();
        this.madeAt = now;
        this.expiresAt = form.expires();
        this.dueAt = expiresAt;
    }

    void revoke(Instant now) {
        end(now);
        revokedAt = now;
    }

    /** Does what is due: ends a link whose time is over, clears one that ended long ago. */
    void tend() {
        switch (state) {
            case VALID -> end(expiresAt);
            case ENDED -> clear();
            case CLEARED -> throw new IllegalStateException("Nothing is due about guest link %s".formatted(id));
        }
    }

    private void end(Instant at) {
        moveTo(GuestLinkState.ENDED);
        dueAt = at.plus(CLEARED_AFTER);
    }

    private void clear() {
        moveTo(GuestLinkState.CLEARED);
        codeHash = null;
        passphraseHash = null;
        email = null;
        dueAt = null;
    }

    private void moveTo(GuestLinkState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("A guest link that is %s cannot become %s".formatted(state, next));
        }
        state = next;
    }

    void entered(Instant now) {
        entered++;
        lastUsedAt = now;
    }

    void require(GuestRight needed) {
        if (!right.includes(needed)) {
            throw new NotAllowed("This guest link gives the right to %s, not to %s".formatted(right, needed));
        }
    }

    /** Whether its last use was so long ago that another one is worth a note; the time of it is exact to a minute. */
    boolean isUseWorthNoting(Instant now) {
        return lastUsedAt == null || lastUsedAt.plus(NOTED_AFTER).isBefore(now);
    }

    boolean isValid() {
        return state == GuestLinkState.VALID;
    }

    GuestLinkId id() {
        return new GuestLinkId(id);
    }

    ReviewSessionId reviewSession() {
        return new ReviewSessionId(reviewSession);
    }

    PersonId guest() {
        return new PersonId(guest);
    }

    GuestRight right() {
        return right;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Optional<String> passphraseHash() {
        return Optional.ofNullable(passphraseHash);
    }

    GuestLinkSummary summary(String displayName, Instant now) {
        return new GuestLinkSummary(
                id(),
                guest(),
                displayName,
                Optional.ofNullable(email),
                right,
                passphraseHash != null,
                madeAt,
                expiresAt,
                Optional.ofNullable(revokedAt),
                isValid() && now.isBefore(expiresAt),
                entered,
                Optional.ofNullable(lastUsedAt),
                new GuestLinkCursor(madeAt, id));
    }
}
