package dev.rushlight.review;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** How much of everything a submission may bring; what is beyond comes back as named errors. */
public final class SubmissionLimits {

    public static final int EVENT_ID = 200;
    public static final int PROJECT = 100;
    public static final int LINE_KEY = 200;
    public static final int LINE_NAME = 200;
    public static final int STEP = 100;
    public static final int SUBMITTER = 200;
    public static final int SUBMISSION_KEY = 200;
    public static final int POLICY = 100;
    public static final int DESCRIPTION = 10_000;
    public static final int REVIEWERS = 50;
    public static final int REVIEWER = 64;
    public static final int VERSION = 1_000_000;
    public static final int URL = 2_000;
    public static final int SHA256 = 64;
    public static final int CONTENT = 1024 * 1024;

    private static final String NUL = "\0";

    private final List<SubmissionError> errors = new ArrayList<>();

    private SubmissionLimits() {}

    /** What of this submission goes beyond the limits; nothing when it is acceptable. */
    public static List<SubmissionError> beyond(Submission submission) {
        var limits = new SubmissionLimits();
        limits.name("id", submission.eventId(), EVENT_ID);
        limits.name("project", submission.project(), PROJECT);
        limits.name("line.key", submission.lineKey(), LINE_KEY);
        limits.name("line.name", submission.lineName(), LINE_NAME);
        submission.step().ifPresent(step -> limits.name("line.step", step, STEP));
        limits.name("source.user.username", submission.submitter(), SUBMITTER);
        submission.submissionKey().ifPresent(key -> limits.name("submissionKey", key, SUBMISSION_KEY));
        submission.policy().ifPresent(policy -> limits.name("policy", policy, POLICY));
        submission.description().ifPresent(text -> limits.text("description", text, DESCRIPTION));
        submission.version().ifPresent(number -> limits.version(number));
        limits.reviewers(submission.reviewers());
        limits.content(submission.content());
        if (submission.kind() != submission.content().kind()) {
            limits.refuse("WRONG_KIND", "kind", "What was submitted is no " + submission.kind());
        }
        return List.copyOf(limits.errors);
    }

    private void name(String field, String text, int longest) {
        if (text.isBlank()) {
            refuse("MISSING", field, "%s must not be blank".formatted(field));
        }
        text(field, text, longest);
    }

    private void text(String field, String text, int longest) {
        if (text.length() > longest) {
            refuse("TOO_LONG", field, "%s may have %d characters, not %d".formatted(field, longest, text.length()));
        }
        if (text.contains(NUL)) {
            refuse("UNREADABLE_TEXT", field, "%s contains the character U+0000".formatted(field));
        }
    }

    private void version(int number) {
        if (number < 1 || number > VERSION) {
            refuse("OUT_OF_RANGE", "version", "version must be from 1 to %d, not %d".formatted(VERSION, number));
        }
    }

    private void reviewers(List<String> reviewers) {
        if (reviewers.size() > REVIEWERS) {
            refuse("TOO_MANY", "reviewers", "%d reviewers may be named, not %d".formatted(REVIEWERS, reviewers.size()));
        }
        for (var i = 0; i < Math.min(reviewers.size(), REVIEWERS); i++) {
            name("reviewers[%s]".formatted(i), reviewers.get(i), REVIEWER);
        }
    }

    private void content(Content content) {
        var length = ContentText.write(content).length();
        if (length > CONTENT) {
            refuse(
                    "TOO_LONG",
                    "data",
                    "What is to be reviewed may have %d characters, not %d".formatted(CONTENT, length));
        }
        content.poster().map(URI::toString).ifPresent(poster -> text("media[].posterUrl", poster, URL));
        content.fingerprint().ifPresent(sha256 -> text("media[].sha256", sha256, SHA256));
    }

    private void refuse(String code, String field, String message) {
        errors.add(new SubmissionError(code, field, message, false));
    }
}
