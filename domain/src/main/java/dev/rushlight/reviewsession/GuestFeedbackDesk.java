package dev.rushlight.reviewsession;

import dev.rushlight.feedback.FeedbackDesk;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteTally;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.ReplyDraft;
import dev.rushlight.feedback.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * What guests read and say of the version that they look at: nothing but what is for the eyes of clients. If their review
 * session shows another version by now, that is said, and nothing is read or written.
 */
@ApplicationScoped
@Transactional
public class GuestFeedbackDesk {

    private final GuestAdmittance admittance;
    private final FeedbackDesk feedback;
    private final FeedbackNotes notes;

    @Inject
    GuestFeedbackDesk(GuestAdmittance admittance, FeedbackDesk feedback, FeedbackNotes notes) {
        this.admittance = admittance;
        this.feedback = feedback;
        this.notes = notes;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected GuestFeedbackDesk() { // for CDI
        this(null, null, null);
    }

    /** Newest first, page by page. */
    public List<NoteThread> threads(GuestSight at, NoteFilter filter, Optional<NoteCursor> after, int limit) {
        return notes.threads(admittance.looking(at), at.item(), at.version(), filter, after, limit);
    }

    /** One thread, by any of its notes. */
    public Optional<NoteThread> thread(GuestSight at, NoteId note) {
        return notes.thread(admittance.looking(at), at.item(), at.version(), note);
    }

    public NoteTally tally(GuestSight at) {
        return notes.tally(admittance.looking(at), at.item(), at.version());
    }

    /** The same threads as marks on the timeline. */
    public List<NotePin> pins(GuestSight at) {
        return notes.pins(admittance.looking(at), at.item(), at.version());
    }

    /** A note for the eyes of clients, like every word of a guest; it blocks nothing. */
    public NoteId comment(GuestSight at, GuestNote note) {
        return feedback.add(
                admittance.acting(at, GuestRight.COMMENT),
                new NoteDraft(
                        note.id(),
                        at.item(),
                        at.version(),
                        note.place(),
                        note.text(),
                        Visibility.CLIENT,
                        false,
                        note.strokes(),
                        Optional.empty()));
    }

    /** An answer to a note that the guest may see; it is about the same place. */
    public NoteId answer(GuestSight at, NoteId to, GuestNote note) {
        return feedback.reply(
                admittance.acting(at, GuestRight.COMMENT),
                new ReplyDraft(
                        note.id(), at.item(), to, note.text(), Visibility.CLIENT, note.strokes(), Optional.empty()));
    }

    /** Changes the words of the guest's own note, under the rules that hold for everybody. */
    public void edit(GuestSight at, NoteId note, String text) {
        feedback.edit(admittance.acting(at, GuestRight.COMMENT), at.item(), note, text);
    }

    public void delete(GuestSight at, NoteId note) {
        feedback.delete(admittance.acting(at, GuestRight.COMMENT), at.item(), note);
    }

    public void restore(GuestSight at, NoteId note) {
        feedback.restore(admittance.acting(at, GuestRight.COMMENT), at.item(), note);
    }

    /** Settles a thread that the guest began. */
    public void resolve(GuestSight at, NoteId note) {
        feedback.resolve(admittance.acting(at, GuestRight.COMMENT), at.item(), note);
    }

    public void reopen(GuestSight at, NoteId note) {
        feedback.reopen(admittance.acting(at, GuestRight.COMMENT), at.item(), note);
    }
}
