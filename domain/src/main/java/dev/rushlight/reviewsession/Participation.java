package dev.rushlight.reviewsession;

import dev.rushlight.people.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That somebody with an account takes part in a review session; guests do so by their links. */
@Entity
@Table(schema = "review", name = "review_session_participant")
class Participation {

    @Id
    private UUID id;

    @Column(name = "session_id")
    private UUID reviewSession;

    @Column(name = "person_id")
    private UUID person;

    @Column(name = "added_at")
    private Instant addedAt;

    @SuppressWarnings("NullAway.Init")
    protected Participation() {} // for JPA

    Participation(ReviewSessionId reviewSession, PersonId person, Instant now) {
        this.id = UUID.randomUUID();
        this.reviewSession = reviewSession.value();
        this.person = person.value();
        this.addedAt = now;
    }

    PersonId person() {
        return new PersonId(person);
    }
}
