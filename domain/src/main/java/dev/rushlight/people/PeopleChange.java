package dev.rushlight.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts the changes of whom policies can ask, and remembers who made the last. */
@Entity
@Table(schema = "review", name = "people_change")
class PeopleChange {

    static final int ONLY = 1;

    @Id
    private int id;

    private long number;

    @Column(name = "changed_by")
    private @Nullable String changedBy;

    protected PeopleChange() {} // for JPA

    void next(PersonId by) {
        number++;
        changedBy = by.value().toString();
    }

    long number() {
        return number;
    }

    Optional<PersonId> by() {
        return Optional.ofNullable(changedBy).map(UUID::fromString).map(PersonId::new);
    }
}
