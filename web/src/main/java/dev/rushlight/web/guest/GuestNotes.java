package dev.rushlight.web.guest;

import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteExtras;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteTally;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.Media;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.reviewsession.GuestAttachmentDesk;
import dev.rushlight.reviewsession.GuestFeedbackDesk;
import dev.rushlight.reviewsession.GuestNote;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.GuestRight;
import dev.rushlight.reviewsession.GuestSight;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.web.attachment.GuestAttachmentAddress;
import dev.rushlight.web.note.Aim;
import dev.rushlight.web.note.Move;
import dev.rushlight.web.note.NoteAccess;
import dev.rushlight.web.note.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The notes as a guest reads and writes them: by their link, and for the eyes of clients only. Whoever looks is told when
 * nothing can be read any more, and sees nothing instead.
 */
final class GuestNotes implements NoteAccess {

    /** What becomes of the page when there is nothing more to read on it. */
    interface End {

        /** The link opens nothing any more. */
        void over();

        /** The review session shows another version by now. */
        void outdated();
    }

    private static final Duration PACE = Duration.ofSeconds(2);

    private final GuestFeedbackDesk desk;
    private final GuestAttachmentDesk files;
    private final GuestPass pass;
    private final End end;

    GuestNotes(GuestFeedbackDesk desk, GuestAttachmentDesk files, GuestPass pass, End end) {
        this.desk = desk;
        this.files = files;
        this.pass = pass;
        this.end = end;
    }

    @Override
    public Identity viewer() {
        return pass.guest();
    }

    /** Before a page reads news it must know whether it still can: else it would clear what it shows. */
    @Override
    public boolean isOpen(Subject subject) {
        return read(() -> Optional.of(desk.tally(sight(subject))), Optional.<NoteTally>empty())
                .isPresent();
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    /** Guests learn nothing about who is here. */
    @Override
    public boolean namesPeople() {
        return false;
    }

    @Override
    public boolean takesFiles() {
        return pass.right().includes(GuestRight.COMMENT);
    }

    @Override
    public String file(Subject subject, AttachmentId file) {
        return GuestAttachmentAddress.of(subject.item(), subject.version(), file);
    }

    @Override
    public String uploads(Subject subject, NoteId note) {
        return GuestAttachmentAddress.uploads(subject.item(), subject.version(), note);
    }

    @Override
    public List<Media> media(VersionDetail version) {
        return List.of();
    }

    @Override
    public List<NoteThread> threads(Subject subject, NoteFilter filter, Optional<NoteCursor> after, int limit) {
        return read(() -> desk.threads(sight(subject), filter, after, limit), List.<NoteThread>of()).stream()
                .map(GuestNotes::bare)
                .toList();
    }

    @Override
    public Optional<NoteThread> thread(Subject subject, NoteId note) {
        return read(() -> desk.thread(sight(subject), note), Optional.<NoteThread>empty())
                .map(GuestNotes::bare);
    }

    @Override
    public NoteTally tally(Subject subject) {
        return read(() -> desk.tally(sight(subject)), NoteTally.NONE);
    }

    @Override
    public List<NotePin> pins(Subject subject) {
        return pins(sight(subject));
    }

    List<NotePin> pins(GuestSight sight) {
        return read(() -> desk.pins(sight), List.of());
    }

    @Override
    public List<Identity> named(String beginning) {
        return List.of();
    }

    @Override
    public void write(Subject subject, Aim aim, String text) {
        act(() -> desk.comment(sight(subject), note(aim, text)));
    }

    @Override
    public void complete(Subject subject, Aim aim, String text) {
        edit(subject, aim.note(), text);
    }

    @Override
    public void answer(Subject subject, NoteId thread, Aim aim, String text) {
        act(() -> desk.answer(sight(subject), thread, note(aim, text)));
    }

    @Override
    public void edit(Subject subject, NoteId note, String text) {
        act(() -> desk.edit(sight(subject), note, text));
    }

    @Override
    public void restore(Subject subject, NoteId note) {
        act(() -> desk.restore(sight(subject), note));
    }

    @Override
    public void remove(Subject subject, NoteDetail note, AttachmentId file) {
        act(() -> files.remove(sight(subject), note.id(), file));
    }

    @Override
    public void take(Move move, Subject subject, NoteId note) {
        var at = sight(subject);
        act(() -> {
            switch (move) {
                case RESOLVE -> desk.resolve(at, note);
                case REOPEN -> desk.reopen(at, note);
                case DELETE -> desk.delete(at, note);
                case ACKNOWLEDGE, BLOCK, UNBLOCK -> throw new NotAllowed("That is for the team");
                case REPLY, EDIT -> throw new IllegalArgumentException(move + " needs words");
            }
        });
    }

    private GuestSight sight(Subject subject) {
        return new GuestSight(pass, subject.item(), subject.version());
    }

    private static GuestNote note(Aim aim, String text) {
        return new GuestNote(aim.note(), aim.place(), text, List.of());
    }

    private <T> T read(Supplier<T> question, T nothing) {
        try {
            return question.get();
        } catch (LinkLeadsNowhere over) {
            end.over();
        } catch (StaleVersion overtaken) {
            end.outdated();
        } catch (TooManyGuestActs tooMany) {
            return nothing;
        }
        return nothing;
    }

    private void act(Runnable act) {
        try {
            act.run();
        } catch (LinkLeadsNowhere over) {
            end.over();
            throw over;
        } catch (StaleVersion overtaken) {
            end.outdated();
            throw overtaken;
        }
    }

    /** The names that people log in with are for people with an account. */
    private static NoteThread bare(NoteThread thread) {
        return new NoteThread(
                bare(thread.note()),
                thread.answers().stream().map(GuestNotes::bare).toList());
    }

    private static NoteDetail bare(NoteDetail note) {
        return new NoteDetail(
                note.id(),
                note.thread(),
                note.version(),
                note.carriedFrom(),
                note.author(),
                note.place(),
                note.visibility(),
                note.text(),
                note.state(),
                note.blocking(),
                note.drawn(),
                note.createdAt(),
                note.editedAt(),
                note.resolved(),
                note.acknowledged(),
                new NoteExtras(List.of(), note.extras().attachments()));
    }
}
