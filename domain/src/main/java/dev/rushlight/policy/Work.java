package dev.rushlight.policy;

import java.util.Optional;

/** What is under review, as far as policies tell it apart. */
public record Work(String kind, String project, Optional<String> step) {}
