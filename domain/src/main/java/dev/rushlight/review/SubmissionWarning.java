package dev.rushlight.review;

/** Something that a submitter should know although the submission was accepted. */
public record SubmissionWarning(String code, String message) {}
