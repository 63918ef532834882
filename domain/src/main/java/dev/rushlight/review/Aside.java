package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.SideState;
import java.time.Instant;
import java.util.Optional;

/**
 * What took a version out of the hands of its reviewers.
 *
 * @param from where it stood then
 */
public record Aside(SideState state, Outcome from, String by, Optional<String> reason, Instant at) {}
