package dev.rushlight.review;

import dev.rushlight.policy.Selector;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Whom an open item waits for: a person, or anybody of a role or function. */
@Entity
@IdClass(AwaitedKey.class)
@Table(schema = "review", name = "awaited")
class Awaited {

    @Id
    private String selector;

    @Id
    @Column(name = "item_id")
    private UUID item;

    private Instant since;

    @SuppressWarnings("NullAway.Init")
    protected Awaited() {} // for JPA

    Awaited(Selector selector, ReviewItemId item, Instant since) {
        this.selector = selector.text();
        this.item = item.value();
        this.since = since;
    }

    String selector() {
        return selector;
    }

    void waitSince(Instant submitted) {
        since = submitted;
    }
}
