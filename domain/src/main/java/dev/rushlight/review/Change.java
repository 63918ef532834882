package dev.rushlight.review;

import java.util.Optional;

/** One changed file, with its unified diff when the submitter gave one. */
public record Change(String path, Optional<String> oldPath, ChangeAction action, Optional<String> diff) {}
