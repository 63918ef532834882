package dev.rushlight.people;

/** There is no such person. */
public final class NoSuchPerson extends RuntimeException {
    public NoSuchPerson(PersonId id) {
        super("There is no person " + id);
    }
}
