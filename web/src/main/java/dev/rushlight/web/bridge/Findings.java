package dev.rushlight.web.bridge;

import dev.rushlight.review.SubmissionError;
import dev.rushlight.review.SubmissionWarning;
import java.util.ArrayList;
import java.util.List;

/** What is wrong, and what is merely odd, in one event; bounded, so that a receipt stays small. */
final class Findings {
    static final int MOST_ERRORS = 100;
    static final int MOST_WARNINGS = 20;

    /** What the findings are about, as it is called in a message. */
    private final String subject;

    private final List<SubmissionError> errors = new ArrayList<>();
    private final List<SubmissionWarning> warnings = new ArrayList<>();
    private int unnamedErrors;
    private int unnamedWarnings;

    Findings() {
        this("the submission");
    }

    Findings(String subject) {
        this.subject = subject;
    }

    String subject() {
        return subject;
    }

    void wrong(String code, String field, String message) {
        if (errors.size() == MOST_ERRORS) {
            unnamedErrors++;
        } else {
            errors.add(new SubmissionError(code, field, message, false));
        }
    }

    void odd(String code, String message) {
        if (warnings.size() == MOST_WARNINGS) {
            unnamedWarnings++;
        } else {
            warnings.add(new SubmissionWarning(code, message));
        }
    }

    int errorCount() {
        return errors.size() + unnamedErrors;
    }

    List<SubmissionError> errors() {
        if (unnamedErrors == 0) {
            return List.copyOf(errors);
        }
        var all = new ArrayList<>(errors);
        all.add(new SubmissionError(
                "MORE_ERRORS", "", "%d more errors are not listed".formatted(unnamedErrors), false));
        return List.copyOf(all);
    }

    List<SubmissionWarning> warnings() {
        if (unnamedWarnings == 0) {
            return List.copyOf(warnings);
        }
        var all = new ArrayList<>(warnings);
        all.add(new SubmissionWarning("MORE_WARNINGS", "%d more warnings are not listed".formatted(unnamedWarnings)));
        return List.copyOf(all);
    }
}
