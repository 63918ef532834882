package dev.rushlight.web.guest;

import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.web.content.ChangesetAddress;
import dev.rushlight.web.content.LineAccess;
import dev.rushlight.web.content.LineThread;
import dev.rushlight.web.content.ThreadPages;
import dev.rushlight.web.note.Aim;
import dev.rushlight.web.note.Move;
import dev.rushlight.web.note.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A changeset as a guest reads it, and what is said on its lines for the eyes of clients. */
final class GuestLines implements LineAccess {

    private final GuestNotes notes;
    private final Subject subject;
    private final boolean writes;

    GuestLines(GuestNotes notes, Subject subject, boolean writes) {
        this.notes = notes;
        this.subject = subject;
        this.writes = writes;
    }

    @Override
    public Identity reader() {
        return notes.viewer();
    }

    @Override
    public ReviewItemId item() {
        return subject.item();
    }

    @Override
    public String source() {
        return new ChangesetAddress(subject.item(), subject.version()).forGuests();
    }

    @Override
    public boolean mayWrite() {
        return writes;
    }

    /** Guests say nothing about what blocks. */
    @Override
    public boolean mayBlock() {
        return false;
    }

    @Override
    public Duration pace() {
        return notes.pace();
    }

    @Override
    public boolean isOpen() {
        return notes.isOpen(subject);
    }

    @Override
    public List<LineThread> threads() {
        ThreadPages pages = (after, limit) -> notes.threads(subject, NoteFilter.ALL, after, limit);
        var threads = new ArrayList<>(pages.all().stream()
                .map(LineThread::withoutOlderVersions)
                .flatMap(Optional::stream)
                .toList());
        Collections.reverse(threads);
        return threads;
    }

    /** Guests learn nothing about who submitted. */
    @Override
    public Set<String> submitters() {
        return Set.of();
    }

    @Override
    public void write(NoteId id, InFile place, String text, boolean blocking) {
        notes.write(subject, new Aim(id, false, place, Visibility.CLIENT, false), text);
    }

    @Override
    public void answer(NoteId id, NoteId to, String text) {
        notes.answer(subject, to, new Aim(id, false, new WholeVersion(), Visibility.CLIENT, false), text);
    }

    @Override
    public void resolve(NoteId note) {
        notes.take(Move.RESOLVE, subject, note);
    }

    @Override
    public void reopen(NoteId note) {
        notes.take(Move.REOPEN, subject, note);
    }
}
