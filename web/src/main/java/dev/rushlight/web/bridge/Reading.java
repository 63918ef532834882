package dev.rushlight.web.bridge;

import dev.rushlight.review.Receipt;
import dev.rushlight.review.RefusedSubmission;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.Submission;

/** What a {@code webreview.submit} event turned out to be. */
sealed interface Reading {
    /** Hands it to the desk, which answers with the receipt that it owes from now on. */
    Receipt handTo(ReviewDesk desk);

    /** A submission that says all it must. */
    record Accepted(Submission submission) implements Reading {
        @Override
        public Receipt handTo(ReviewDesk desk) {
            return desk.submit(submission);
        }
    }

    /** One that does not, with every reason. */
    record Refused(RefusedSubmission refused) implements Reading {
        @Override
        public Receipt handTo(ReviewDesk desk) {
            return desk.refuse(refused);
        }
    }
}
