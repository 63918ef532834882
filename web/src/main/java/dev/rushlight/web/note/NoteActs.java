package dev.rushlight.web.note;

import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.EmptyNote;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoteDeleted;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteIdTaken;
import dev.rushlight.feedback.NoteTooLong;
import dev.rushlight.feedback.TooLateToEdit;
import dev.rushlight.feedback.TooManyNotes;
import dev.rushlight.feedback.UnacceptablePlace;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.NoSuchVersion;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.TooLateToUndo;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.TooManyGuestActs;
import java.util.Optional;

/** What is done with notes on a page; whatever is refused answers with a sentence that says why, and nothing else. */
final class NoteActs {

    private final NoteAccess notes;

    NoteActs(NoteAccess notes) {
        this.notes = notes;
    }

    Optional<String> write(Subject subject, Aim aim, String text) {
        return attempt(() -> notes.write(subject, aim, text));
    }

    /** Gives a note its words that was begun by drawing. */
    Optional<String> complete(Subject subject, Aim aim, String text) {
        return attempt(() -> notes.complete(subject, aim, text));
    }

    Optional<String> answer(Subject subject, NoteId thread, Aim aim, String text) {
        return attempt(() -> notes.answer(subject, thread, aim, text));
    }

    Optional<String> edit(Subject subject, NoteId note, String text) {
        return attempt(() -> notes.edit(subject, note, text));
    }

    Optional<String> restore(Subject subject, NoteId note) {
        return attempt(() -> notes.restore(subject, note));
    }

    /** Whether files can be put beside what is written. */
    boolean takesFiles() {
        return notes.takesFiles();
    }

    /** Where the files go that belong to this note, once it is written. */
    String uploads(Subject subject, NoteId note) {
        return notes.uploads(subject, note);
    }

    Optional<String> remove(Subject subject, NoteDetail note, AttachmentId file) {
        return attempt(() -> notes.remove(subject, note, file));
    }

    /** Does what needs no words. */
    Optional<String> take(Move move, Subject subject, NoteId note) {
        return attempt(() -> notes.take(move, subject, note));
    }

    private static Optional<String> attempt(Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (EmptyNote wordless) {
            return Optional.of("Write a few words first.");
        } catch (NoSuchNote | NoteDeleted gone) {
            return Optional.of("The note is not there any more.");
        } catch (NoSuchReviewItem | NoSuchVersion gone) {
            return Optional.of("This version is not there any more.");
        } catch (StaleVersion overtaken) {
            return Optional.of("There is a newer version by now. Copy what you typed, and show that one.");
        } catch (LinkLeadsNowhere over) {
            return Optional.of("Your link opens nothing any more. Copy what you typed before you leave this page.");
        } catch (NoteTooLong
                | NoteIdTaken
                | TooManyNotes
                | TooManyGuestActs
                | TooLateToEdit
                | TooLateToUndo
                | UnacceptablePlace
                | NotAllowed refused) {
            return Optional.of(refused.getMessage() + ".");
        }
    }
}
