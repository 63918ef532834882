package dev.rushlight.review;

import dev.rushlight.people.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A narrowing of the queue that somebody gave a name to. */
@Entity
@Table(schema = "review", name = "saved_filter")
class SavedFilter {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID person;

    private String name;
    private String query;

    @Column(name = "saved_at")
    private Instant savedAt;

    @SuppressWarnings("NullAway.Init")
    protected SavedFilter() {} // for JPA

    SavedFilter(PersonId person, String name, String query, Instant now) {
        this.id = UUID.randomUUID();
        this.person = person.value();
        this.name = name;
        this.query = query;
        this.savedAt = now;
    }

    void keep(String newQuery, Instant now) {
        query = newQuery;
        savedAt = now;
    }

    boolean isCalled(String other) {
        return name.equals(other);
    }

    SavedFilterSummary summary() {
        return new SavedFilterSummary(name, query);
    }
}
