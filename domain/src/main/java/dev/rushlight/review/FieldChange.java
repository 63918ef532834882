package dev.rushlight.review;

/** One field of a task, before and after; absent text is empty. */
public record FieldChange(String name, String before, String after) {}
