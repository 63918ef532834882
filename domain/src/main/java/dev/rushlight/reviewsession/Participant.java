package dev.rushlight.reviewsession;

import dev.rushlight.people.PersonId;

/** Somebody with an account who takes part in a review session. */
public record Participant(PersonId id, String username, String displayName) {}
