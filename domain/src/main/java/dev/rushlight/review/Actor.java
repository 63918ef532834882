package dev.rushlight.review;

import dev.rushlight.people.PersonId;
import dev.rushlight.people.Role;

/** The person who acted, as named and entitled at that moment. */
public record Actor(PersonId id, String username, String displayName, Role role) {}
