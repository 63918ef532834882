package dev.rushlight.review;

import dev.rushlight.people.Identity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That somebody looked at a version; never an approval. */
@Entity
@IdClass(SeenKey.class)
@Table(schema = "review", name = "seen")
class Seen {

    @Id
    @Column(name = "version_id")
    private UUID version;

    @Id
    @Column(name = "person_id")
    private UUID person;

    private String username;

    @Column(name = "seen_at")
    private Instant seenAt;

    @SuppressWarnings("NullAway.Init")
    protected Seen() {} // for JPA

    Seen(VersionId version, Identity person, Instant now) {
        this.version = version.value();
        this.person = person.id().value();
        this.username = person.username();
        this.seenAt = now;
    }

    VersionId version() {
        return new VersionId(version);
    }

    String username() {
        return username;
    }
}
