package dev.rushlight.reviewsession;

import dev.rushlight.policy.Choice;
import java.time.Instant;
import java.util.Optional;

/** What a guest said. */
public record GuestVote(Choice choice, Optional<String> reason, Instant castAt) {}
