package dev.rushlight.review;

/** One reason why a submission was refused. */
public record SubmissionError(String code, String field, String message, boolean retryable) {}
