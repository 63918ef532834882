package dev.rushlight.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The one fact that an installation was founded; whoever changes administrators locks it first. */
@Entity
@Table(schema = "review", name = "founding")
class Founding {

    static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "founder_id")
    private UUID founder;

    @Column(name = "founded_at")
    private Instant foundedAt;

    @SuppressWarnings("NullAway.Init")
    protected Founding() {} // for JPA

    Founding(PersonId founder, Instant now) {
        this.id = ONLY;
        this.founder = founder.value();
        this.foundedAt = now;
    }
}
