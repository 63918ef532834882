package dev.rushlight.review;

import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import java.time.Instant;

/** A vote that was in force when a decision was taken. */
public record DecidedVote(String username, Role role, Choice choice, Instant castAt) {}
