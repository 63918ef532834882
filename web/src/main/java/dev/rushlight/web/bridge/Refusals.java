package dev.rushlight.web.bridge;

import dev.rushlight.connection.NobodyActs;
import dev.rushlight.feedback.EmptyNote;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoteDeleted;
import dev.rushlight.feedback.NoteTooLong;
import dev.rushlight.feedback.TooManyNotes;
import dev.rushlight.feedback.UnacceptablePlace;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.AbstainingNotAllowed;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.NoSuchVersion;
import dev.rushlight.review.ReasonMissing;
import dev.rushlight.review.ReasonTooLong;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.SubmissionError;
import dev.rushlight.review.UnacceptableLabel;
import dev.rushlight.review.VersionClosed;
import java.util.Map;
import java.util.Optional;

/** What desks refuse, in the words of a receipt. */
final class Refusals {
    /** For each broken rule its code, and the field that is to blame. */
    private static final Map<Class<? extends RuntimeException>, String[]> RULES = Map.ofEntries(
            rule(NobodyActs.class, "NOT_ALLOWED", ""),
            rule(NotAllowed.class, "NOT_ALLOWED", ""),
            rule(NoSuchVersion.class, "NO_SUCH_VERSION", "version"),
            rule(VersionClosed.class, "VERSION_CLOSED", "version"),
            rule(ReasonMissing.class, "REASON_MISSING", "reason"),
            rule(ReasonTooLong.class, "TOO_LONG", "reason"),
            rule(AbstainingNotAllowed.class, "ABSTAINING_NOT_ALLOWED", "vote"),
            rule(UnacceptableLabel.class, "UNACCEPTABLE_LABEL", "label"),
            rule(NoSuchNote.class, "NO_SUCH_NOTE", "inReplyTo"),
            rule(NoteDeleted.class, "NO_SUCH_NOTE", "inReplyTo"),
            rule(EmptyNote.class, "MISSING", "text"),
            rule(NoteTooLong.class, "TOO_LONG", "text"),
            rule(TooManyNotes.class, "TOO_MANY_NOTES", ""),
            rule(UnacceptablePlace.class, "NO_SUCH_PLACE", "frame"));

    /** One answer for what is not there and for what is out of reach, so that nobody learns which. */
    private static final String NO_SUCH_ITEM = "No such review item can be reached through this connection";

    private Refusals() {}

    /**
     * Why it was refused; nothing if that is no rule, but something that went wrong.
     *
     * @param itemField the field that says which item is meant
     */
    static Optional<SubmissionError> of(RuntimeException refused, String itemField) {
        if (refused instanceof StaleVersion stale) {
            return Optional.of(new SubmissionError("STALE_VERSION", "version", changed(stale), false));
        }
        if (refused instanceof NoSuchReviewItem) {
            return Optional.of(new SubmissionError("NO_SUCH_ITEM", itemField, NO_SUCH_ITEM, false));
        }
        return Optional.ofNullable(RULES.get(refused.getClass()))
                .map(rule -> new SubmissionError(rule[0], rule[1], String.valueOf(refused.getMessage()), false));
    }

    private static String changed(StaleVersion stale) {
        return "%s: %s came from %s at %s"
                .formatted(stale.getMessage(), stale.name(), stale.submitter(), EventWriter.time(stale.submittedAt()));
    }

    private static Map.Entry<Class<? extends RuntimeException>, String[]> rule(
            Class<? extends RuntimeException> broken, String code, String field) {
        return Map.entry(broken, new String[] {code, field});
    }
}
