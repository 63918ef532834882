package dev.rushlight.review;

import java.time.Instant;
import java.util.Optional;

/** Who took a vote out, when and why. */
public record VoteEnding(String by, Instant at, Optional<String> reason) {}
