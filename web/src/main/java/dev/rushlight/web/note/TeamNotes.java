package dev.rushlight.web.note;

import dev.rushlight.feedback.AttachmentDesk;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.FeedbackDesk;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteTally;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.ReplyDraft;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.attachment.AttachmentAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The notes as people with an account read and write them. */
@Dependent
class TeamNotes implements NoteAccess {

    private static final Duration PACE = Duration.ofMillis(250);
    private static final int MOST_NAMES = 8;

    private final FeedbackNotes notes;
    private final FeedbackDesk desk;
    private final AttachmentDesk attachments;
    private final ReviewItems items;
    private final PeopleDesk people;
    private final CurrentPerson current;

    @Inject
    TeamNotes(
            FeedbackNotes notes,
            FeedbackDesk desk,
            AttachmentDesk attachments,
            ReviewItems items,
            PeopleDesk people,
            CurrentPerson current) {
        this.notes = notes;
        this.desk = desk;
        this.attachments = attachments;
        this.items = items;
        this.people = people;
        this.current = current;
    }

    @Override
    public Identity viewer() {
        return current.require();
    }

    @Override
    public boolean isOpen(Subject subject) {
        return true;
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public boolean namesPeople() {
        return true;
    }

    @Override
    public boolean takesFiles() {
        return true;
    }

    @Override
    public String file(Subject subject, AttachmentId file) {
        return AttachmentAddress.of(subject.item(), file);
    }

    @Override
    public String uploads(Subject subject, NoteId note) {
        return AttachmentAddress.uploads(subject.item(), note);
    }

    @Override
    public List<Media> media(VersionDetail version) {
        return items.content(viewer(), version.id()) instanceof MediaContent shown ? shown.media() : List.of();
    }

    @Override
    public List<NoteThread> threads(Subject subject, NoteFilter filter, Optional<NoteCursor> after, int limit) {
        return notes.threads(viewer(), subject.item(), subject.version(), filter, after, limit);
    }

    @Override
    public Optional<NoteThread> thread(Subject subject, NoteId note) {
        return notes.thread(viewer(), subject.item(), subject.version(), note);
    }

    @Override
    public NoteTally tally(Subject subject) {
        return notes.tally(viewer(), subject.item(), subject.version());
    }

    @Override
    public List<NotePin> pins(Subject subject) {
        return notes.pins(viewer(), subject.item(), subject.version());
    }

    @Override
    public List<Identity> named(String beginning) {
        return people.named(viewer(), beginning, MOST_NAMES);
    }

    @Override
    public void write(Subject subject, Aim aim, String text) {
        desk.add(
                viewer(),
                new NoteDraft(
                        aim.note(),
                        subject.item(),
                        subject.version(),
                        aim.place(),
                        text,
                        aim.visibility(),
                        aim.blocking(),
                        List.of(),
                        Optional.empty()));
    }

    @Override
    public void complete(Subject subject, Aim aim, String text) {
        edit(subject, aim.note(), text);
        if (aim.blocking()) {
            desk.block(viewer(), subject.item(), aim.note(), true);
        }
    }

    @Override
    public void answer(Subject subject, NoteId thread, Aim aim, String text) {
        desk.reply(
                viewer(),
                new ReplyDraft(
                        aim.note(), subject.item(), thread, text, aim.visibility(), List.of(), Optional.empty()));
    }

    @Override
    public void edit(Subject subject, NoteId note, String text) {
        desk.edit(viewer(), subject.item(), note, text);
    }

    @Override
    public void restore(Subject subject, NoteId note) {
        desk.restore(viewer(), subject.item(), note);
    }

    @Override
    public void remove(Subject subject, NoteDetail note, AttachmentId file) {
        attachments.remove(viewer(), subject.item(), note.id(), file);
    }

    @Override
    public void take(Move move, Subject subject, NoteId note) {
        var by = viewer();
        var item = subject.item();
        switch (move) {
            case RESOLVE -> desk.resolve(by, item, note);
            case REOPEN -> desk.reopen(by, item, note);
            case ACKNOWLEDGE -> desk.acknowledge(by, item, note);
            case BLOCK -> desk.block(by, item, note, true);
            case UNBLOCK -> desk.block(by, item, note, false);
            case DELETE -> desk.delete(by, item, note);
            case REPLY, EDIT -> throw new IllegalArgumentException(move + " needs words");
        }
    }
}
