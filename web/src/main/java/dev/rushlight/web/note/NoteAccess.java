package dev.rushlight.web.note;

import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteTally;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.people.Identity;
import dev.rushlight.review.Media;
import dev.rushlight.review.VersionDetail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is read and written on a page of notes, always with the eyes and in the name of whoever sits in front of it. What is
 * refused is refused with the exceptions of the desks.
 */
public interface NoteAccess {

    Identity viewer();

    /** Whether there is still anything to read; if not, the page stays as it is. */
    boolean isOpen(Subject subject);

    /** How long a page waits before it follows the next news. */
    Duration pace();

    /** Whether people can be named with an @. */
    boolean namesPeople();

    /** Whether files can be put beside notes. */
    boolean takesFiles();

    /** Where a file beside a note is read, as seen from the base of all pages. */
    String file(Subject subject, AttachmentId file);

    /** What stands before the id of a file that is to be sent to this note. */
    String uploads(Subject subject, NoteId note);

    List<Media> media(VersionDetail version);

    List<NoteThread> threads(Subject subject, NoteFilter filter, Optional<NoteCursor> after, int limit);

    Optional<NoteThread> thread(Subject subject, NoteId note);

    NoteTally tally(Subject subject);

    List<NotePin> pins(Subject subject);

    /** Some of those whose names begin like this. */
    List<Identity> named(String beginning);

    void write(Subject subject, Aim aim, String text);

    /** Gives a note its words that was begun by drawing. */
    void complete(Subject subject, Aim aim, String text);

    void answer(Subject subject, NoteId thread, Aim aim, String text);

    void edit(Subject subject, NoteId note, String text);

    void restore(Subject subject, NoteId note);

    void remove(Subject subject, NoteDetail note, AttachmentId file);

    /** Does what needs no words. */
    void take(Move move, Subject subject, NoteId note);
}
