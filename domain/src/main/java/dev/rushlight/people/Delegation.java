package dev.rushlight.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody votes for somebody else until a date, or until the delegation is ended. */
@Entity
@Table(schema = "review", name = "delegation")
class Delegation {

    @Id
    private UUID id;

    @Column(name = "delegator_id")
    private UUID delegator;

    @Column(name = "deputy_id")
    private UUID deputy;

    @Column(name = "until_time")
    private Instant until;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Delegation() {} // for JPA

    Delegation(PersonId delegator, PersonId deputy, Instant until, Identity by, Instant now) {
        this.id = UUID.randomUUID();
        this.delegator = delegator.value();
        this.deputy = deputy.value();
        this.until = until;
        this.madeBy = by.username();
        this.madeAt = now;
    }

    void end(Instant now) {
        endedAt = now;
    }

    PersonId delegator() {
        return new PersonId(delegator);
    }

    PersonId deputy() {
        return new PersonId(deputy);
    }

    Instant until() {
        return until;
    }

    DelegationSummary summary(Person absent, Person present) {
        return new DelegationSummary(absent.summary(), present.summary(), until, madeBy, madeAt);
    }
}
