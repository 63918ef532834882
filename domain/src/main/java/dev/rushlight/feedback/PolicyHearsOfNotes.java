package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.VersionId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Has the version's policy judge anew: a blocking note may keep the work from being approved. */
@Dependent
class PolicyHearsOfNotes implements OpenNotesHearing {

    private final ReviewDesk reviews;

    @Inject
    PolicyHearsOfNotes(ReviewDesk reviews) {
        this.reviews = reviews;
    }

    @Override
    public void feedbackStands(Identity by, VersionId version, int openNotes, int openBlockers) {
        reviews.feedbackStands(by, version, openNotes, openBlockers);
    }
}
