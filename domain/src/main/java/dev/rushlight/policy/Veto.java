package dev.rushlight.policy;

/** A rejection on an earlier version that still sticks to the line. */
public record Veto(String by, int version) {}
