package dev.rushlight.web.content;

import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One version of a changeset and what is said on its lines, always with the eyes and in the name of whoever sits in front
 * of it. What is refused is refused with the exceptions of the desks.
 */
public interface LineAccess {

    Identity reader();

    ReviewItemId item();

    /** Where the browser fetches the files, as seen from the base of all pages. */
    String source();

    boolean mayWrite();

    /** Whether a note may block the approval. */
    boolean mayBlock();

    /** How long a page waits before it follows the next news. */
    Duration pace();

    /** Whether there is still anything to read; if not, the page stays as it is. */
    boolean isOpen();

    /** The threads on lines of this version and those carried on to it; oldest first. */
    List<LineThread> threads();

    /** Those whose work a note is about, and those who are to follow it up. */
    Set<String> submitters();

    void write(NoteId id, InFile place, String text, boolean blocking);

    /** Answers for the same eyes as the thread is for. */
    void answer(NoteId id, NoteId to, String text);

    void resolve(NoteId note);

    void reopen(NoteId note);
}
