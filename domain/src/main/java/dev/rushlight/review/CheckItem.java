package dev.rushlight.review;

/** One line of a task's checklist. */
public record CheckItem(String text, boolean done) {}
