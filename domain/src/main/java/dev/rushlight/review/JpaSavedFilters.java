package dev.rushlight.review;

import dev.rushlight.people.PersonId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Saved filters in the database. */
@Dependent
class JpaSavedFilters {

    private final EntityManager entities;

    @Inject
    JpaSavedFilters(EntityManager entities) {
        this.entities = entities;
    }

    /** By name. */
    List<SavedFilter> of(PersonId person) {
        return entities.createQuery(
                        "select f from SavedFilter f where f.person = :person order by f.name", SavedFilter.class)
                .setParameter("person", person.value())
                .getResultList();
    }

    void add(SavedFilter filter) {
        entities.persist(filter);
    }

    void remove(SavedFilter filter) {
        entities.remove(filter);
    }
}
