package dev.rushlight.web.note;

import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteTally;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.people.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is read for a page of notes, in pages of threads. */
final class NoteReading {

    static final int PAGE = 25;

    private static final int LARGEST_PAGE = 200;

    private final NoteAccess notes;

    NoteReading(NoteAccess notes) {
        this.notes = notes;
    }

    /** Threads, and whether there are more after them. */
    record Page(List<NoteThread> threads, boolean more) {

        static final Page NONE = new Page(List.of(), false);

        Page {
            threads = List.copyOf(threads);
        }

        Optional<NoteCursor> end() {
            return threads.isEmpty()
                    ? Optional.empty()
                    : Optional.of(threads.get(threads.size() - 1).cursor());
        }
    }

    /** The newest threads, this many of them. */
    Page newest(Subject subject, NoteFilter filter, int count) {
        var threads = new ArrayList<NoteThread>();
        var page = Page.NONE;
        do {
            page = after(subject, filter, page.end(), Math.min(count - threads.size(), LARGEST_PAGE - 1));
            threads.addAll(page.threads());
        } while (page.more() && threads.size() < count);
        return new Page(threads, page.more());
    }

    Page after(Subject subject, NoteFilter filter, Optional<NoteCursor> cursor, int count) {
        var threads = notes.threads(subject, filter, cursor, count + 1);
        return new Page(threads.stream().limit(count).toList(), threads.size() > count);
    }

    Optional<NoteThread> thread(Subject subject, NoteId note) {
        return notes.thread(subject, note);
    }

    /**
     * A note of this id may be there already, sent by another page or before this one was loaded anew: other words than those
     * are a note of their own.
     */
    Aim settled(Subject subject, Aim aim, String text) {
        return aim.begun() || !hasOtherWords(subject, aim.note(), text.strip()) ? aim : aim.afresh();
    }

    private boolean hasOtherWords(Subject subject, NoteId note, String text) {
        return thread(subject, note).stream()
                .flatMap(thread -> Stream.concat(Stream.of(thread.note()), thread.answers().stream()))
                .anyMatch(found -> found.id().equals(note) && !found.text().equals(text));
    }

    NoteTally tally(Subject subject) {
        return notes.tally(subject);
    }

    List<NotePin> pins(Subject subject) {
        return notes.pins(subject);
    }

    /** Where a file beside a note is read. */
    String file(Subject subject, AttachmentId file) {
        return notes.file(subject, file);
    }

    List<Identity> named(String beginning) {
        return notes.named(beginning);
    }
}
