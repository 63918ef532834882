package dev.rushlight.web.note;

import dev.rushlight.feedback.AttachmentDesk;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.EmptyNote;
import dev.rushlight.feedback.FeedbackDesk;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoteDeleted;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteIdTaken;
import dev.rushlight.feedback.NoteTooLong;
import dev.rushlight.feedback.ReplyDraft;
import dev.rushlight.feedback.TooLateToEdit;
import dev.rushlight.feedback.TooManyNotes;
import dev.rushlight.feedback.UnacceptablePlace;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.NoSuchVersion;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.TooLateToUndo;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is done with notes on a page; whatever is refused answers with a sentence that says why, and nothing else. */
@Dependent
class NoteActs {

    private final FeedbackDesk desk;
    private final AttachmentDesk attachments;
    private final CurrentPerson current;

    @Inject
    NoteActs(FeedbackDesk desk, AttachmentDesk attachments, CurrentPerson current) {
        this.desk = desk;
        this.attachments = attachments;
        this.current = current;
    }

    Optional<String> write(Subject subject, Aim aim, String text) {
        return attempt(by -> desk.add(
                by,
                new NoteDraft(
                        aim.note(),
                        subject.item(),
                        subject.version(),
                        aim.place(),
                        text,
                        aim.visibility(),
                        aim.blocking(),
                        List.of(),
                        Optional.empty())));
    }

    /** Gives a note its words that was begun by drawing. */
    Optional<String> complete(Subject subject, Aim aim, String text) {
        return attempt(by -> {
            desk.edit(by, subject.item(), aim.note(), text);
            if (aim.blocking()) {
                desk.block(by, subject.item(), aim.note(), true);
            }
        });
    }

    Optional<String> answer(Subject subject, NoteId thread, Aim aim, String text) {
        return attempt(by -> desk.reply(
                by,
                new ReplyDraft(
                        aim.note(), subject.item(), thread, text, aim.visibility(), List.of(), Optional.empty())));
    }

    Optional<String> edit(ReviewItemId item, NoteId note, String text) {
        return attempt(by -> desk.edit(by, item, note, text));
    }

    Optional<String> restore(ReviewItemId item, NoteId note) {
        return attempt(by -> desk.restore(by, item, note));
    }

    Optional<String> remove(ReviewItemId item, NoteDetail note, AttachmentId file) {
        return attempt(by -> attachments.remove(by, item, note.id(), file));
    }

    /** Does what needs no words. */
    Optional<String> take(Move move, ReviewItemId item, NoteId note) {
        return attempt(by -> {
            switch (move) {
                case RESOLVE -> desk.resolve(by, item, note);
                case REOPEN -> desk.reopen(by, item, note);
                case ACKNOWLEDGE -> desk.acknowledge(by, item, note);
                case BLOCK -> desk.block(by, item, note, true);
                case UNBLOCK -> desk.block(by, item, note, false);
                case DELETE -> desk.delete(by, item, note);
                case REPLY, EDIT -> throw new IllegalArgumentException(move + " needs words");
            }
        });
    }

    private Optional<String> attempt(Consumer<Identity> act) {
        try {
            act.accept(current.require());
            return Optional.empty();
        } catch (EmptyNote wordless) {
            return Optional.of("Write a few words first.");
        } catch (NoSuchNote | NoteDeleted gone) {
            return Optional.of("The note is not there any more.");
        } catch (NoSuchReviewItem | NoSuchVersion gone) {
            return Optional.of("This version is not there any more.");
        } catch (NoteTooLong
                | NoteIdTaken
                | TooManyNotes
                | TooLateToEdit
                | TooLateToUndo
                | UnacceptablePlace
                | NotAllowed refused) {
            return Optional.of(refused.getMessage() + ".");
        }
    }
}
