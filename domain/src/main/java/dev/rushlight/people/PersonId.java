package dev.rushlight.people;

import java.util.UUID;

/** Names one person for ever, whatever the person is called. */
public record PersonId(UUID value) {

    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
