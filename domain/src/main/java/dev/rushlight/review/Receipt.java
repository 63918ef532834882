package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The immediate answer to a submission; a repeated submission gets the first answer again, marked as duplicate.
 *
 * @param policy the id of the policy that judges the version; empty when the submission was refused
 */
public record Receipt(
        boolean success,
        Optional<ReviewItemId> item,
        OptionalInt version,
        Optional<Outcome> outcome,
        boolean duplicate,
        String policy,
        List<String> reviewers,
        List<SubmissionWarning> warnings,
        List<SubmissionError> errors) {

    public Receipt {
        reviewers = List.copyOf(reviewers);
        warnings = List.copyOf(warnings);
        errors = List.copyOf(errors);
    }

    static Receipt refused(List<SubmissionError> errors) {
        return new Receipt(
                false,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                false,
                "",
                List.of(),
                List.of(),
                errors);
    }

    /** The same answer, given again. */
    Receipt repeated() {
        return new Receipt(success, item, version, outcome, true, policy, reviewers, warnings, errors);
    }
}
