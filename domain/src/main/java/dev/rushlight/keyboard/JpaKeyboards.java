package dev.rushlight.keyboard;

import dev.rushlight.people.PersonId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** Keyboards in the database. */
@Dependent
class JpaKeyboards {

    private final EntityManager entities;

    @Inject
    JpaKeyboards(EntityManager entities) {
        this.entities = entities;
    }

    Optional<KeptKeyboard> of(PersonId person) {
        return Optional.ofNullable(entities.find(KeptKeyboard.class, person.value()));
    }

    /** As it is now, and unchanged by another window until the end of the transaction. */
    Optional<KeptKeyboard> locked(PersonId person) {
        return Optional.ofNullable(entities.find(KeptKeyboard.class, person.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    void add(KeptKeyboard keyboard) {
        entities.persist(keyboard);
    }

    void remove(KeptKeyboard keyboard) {
        entities.remove(keyboard);
    }
}
