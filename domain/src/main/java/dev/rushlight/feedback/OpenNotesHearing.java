package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import dev.rushlight.review.VersionId;

/** Whoever judges versions hears here how many notes nobody has resolved, in the transaction that changed it. */
interface OpenNotesHearing {

    void feedbackStands(Identity by, VersionId version, int openNotes, int openBlockers);
}
