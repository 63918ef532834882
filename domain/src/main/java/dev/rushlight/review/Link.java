package dev.rushlight.review;

import java.net.URI;

/** A labelled address that belongs to a task. */
public record Link(String label, URI url) {}
