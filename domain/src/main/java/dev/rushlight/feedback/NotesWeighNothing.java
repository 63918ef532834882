package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import dev.rushlight.review.VersionId;
import jakarta.enterprise.context.Dependent;

/** The policy that ships asks for no notes, so that nobody has to hear of them. */
@Dependent
class NotesWeighNothing implements OpenNotesHearing {

    @Override
    public void feedbackStands(Identity by, VersionId version, int openNotes, int openBlockers) {
        // nothing follows from it
    }
}
