package dev.rushlight.web.note;

import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteTally;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is read for a page of notes, always with the eyes of whoever sits in front of it. */
@Dependent
class NoteReading {

    static final int PAGE = 25;

    private static final int MOST_NAMES = 8;
    private static final int LARGEST_PAGE = 200;

    private final FeedbackNotes notes;
    private final ReviewItems items;
    private final PeopleDesk people;
    private final CurrentPerson current;

    @Inject
    NoteReading(FeedbackNotes notes, ReviewItems items, PeopleDesk people, CurrentPerson current) {
        this.notes = notes;
        this.items = items;
        this.people = people;
        this.current = current;
    }

    Subject subject(ReviewItemDetail item, int version) {
        var viewer = current.require();
        return new Subject(viewer, item, version, known -> media(viewer, known));
    }

    private List<Media> media(Identity viewer, VersionDetail version) {
        return items.content(viewer, version.id()) instanceof MediaContent shown ? shown.media() : List.of();
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
        var threads = notes.threads(current.require(), subject.item(), subject.version(), filter, cursor, count + 1);
        return new Page(threads.stream().limit(count).toList(), threads.size() > count);
    }

    Optional<NoteThread> thread(Subject subject, NoteId note) {
        return notes.thread(current.require(), subject.item(), subject.version(), note);
    }

    NoteTally tally(Subject subject) {
        return notes.tally(current.require(), subject.item(), subject.version());
    }

    List<NotePin> pins(Subject subject) {
        return notes.pins(current.require(), subject.item(), subject.version());
    }

    List<Identity> named(String beginning) {
        return people.named(current.require(), beginning, MOST_NAMES);
    }
}
