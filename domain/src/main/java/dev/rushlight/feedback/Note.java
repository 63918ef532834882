package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.LineVersion;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.VersionId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person said of a version, at one place of it.
 *
 * <p>The first note of a thread stands for the thread: it is open until somebody resolves it, it may block, and it goes on
 * counting when newer versions follow, until it is resolved. The others answer it. Whatever changes about a note is
 * written down as its next {@link NoteRevision}, so that it can be told as it stood at any time. A deleted note leaves its
 * place and its author behind, but not its words.
 *
 * <p>The two ids beginning with {@code told} name the revisions that hubs were last told of, or will be: that it is open,
 * and that it no longer is. Whoever changes a note locks its line first.
 */
@Entity
@Table(schema = "review", name = "note")
class Note {

    @Id
    private UUID id;

    @Column(name = "item_id")
    private UUID item;

    @Column(name = "version_id")
    private UUID version;

    @Column(name = "version")
    private int versionNumber;

    @Column(name = "thread_id")
    private UUID thread;

    private int number;

    @Embedded
    private Signature author;

    private @Nullable Integer media;
    private @Nullable Integer frame;

    @Column(name = "frame_end")
    private @Nullable Integer frameEnd;

    @Column(name = "file_path")
    private @Nullable String filePath;

    @Column(name = "file_line")
    private @Nullable Integer fileLine;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private String body;
    private boolean blocking;
    private boolean resolved;
    private boolean deleted;
    private boolean drawn;

    @Column(name = "open_thread")
    private boolean openThread;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "edited_at")
    private @Nullable Instant editedAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Column(name = "settled_by")
    private @Nullable String settledBy;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    private @Nullable String acknowledgedBy;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "last_revision")
    private int lastRevision;

    @Column(name = "told_open")
    private @Nullable String toldOpen;

    @Column(name = "told_settled")
    private @Nullable String toldSettled;

    @SuppressWarnings("NullAway.Init")
    protected Note() {} // for JPA

    private Note(NoteId id, Signature author, String text, Visibility visibility, boolean drawn, Instant now) {
        this.id = id.value();
        this.author = author;
        this.visibility = visibility;
        this.body = text;
        this.drawn = drawn;
        this.createdAt = now;
    }

    /** Begins a thread. */
    static Note beginning(NoteDraft draft, String text, LineVersion version, Identity by, Instant now) {
        var note = new Note(
                draft.id(),
                new Signature(by),
                text,
                draft.visibility(),
                !draft.strokes().isEmpty(),
                now);
        note.item = version.item().value();
        note.version = version.id().value();
        note.versionNumber = version.number();
        note.thread = note.id;
        note.blocking = draft.blocking();
        note.openThread = true;
        draft.place().readBy(note.new PlaceColumns());
        return note;
    }

    /** Answers in this thread; in a thread of the team, only to the team. */
    Note answer(ReplyDraft draft, String text, int answers, Identity by, Instant now) {
        var note = new Note(
                draft.id(),
                new Signature(by),
                text,
                visibility == Visibility.TEAM ? Visibility.TEAM : draft.visibility(),
                !draft.strokes().isEmpty(),
                now);
        note.item = item;
        note.version = version;
        note.versionNumber = versionNumber;
        note.thread = thread;
        note.number = answers + 1;
        note.media = media;
        note.frame = frame;
        note.frameEnd = frameEnd;
        note.filePath = filePath;
        note.fileLine = fileLine;
        return note;
    }

    /** Fills the columns that belong to the shape of a place. */
    private final class PlaceColumns implements PlaceReader<Boolean> {

        @Override
        public Boolean whole(WholeVersion place) {
            return true;
        }

        @Override
        public Boolean frames(OnFrames place) {
            media = place.media();
            frame = place.frames().first();
            frameEnd = place.frames().last();
            return true;
        }

        @Override
        public Boolean file(InFile place) {
            filePath = place.path();
            fileLine = place.line();
            return true;
        }
    }

    void requireAuthor(Identity by) {
        if (!author.isOf(by)) {
            throw new NotAllowed("Only the one who wrote a note can change it");
        }
    }

    void requireNotDeleted() {
        if (deleted) {
            throw new NoteDeleted(id());
        }
    }

    boolean isBy(Identity somebody) {
        return author.isOf(somebody);
    }

    boolean isShownTo(Identity viewer) {
        return visibility.isShownTo(viewer);
    }

    void edit(String text, Instant now) {
        body = text;
        editedAt = now;
    }

    void draw(boolean anything) {
        drawn = anything;
    }

    void block(boolean whether) {
        blocking = whether;
    }

    void resolve(Identity by, Instant now) {
        settle(true);
        settledAt = now;
        settledBy = by.displayName();
    }

    void reopen() {
        settle(false);
        settledAt = null;
        settledBy = null;
    }

    private void settle(boolean whether) {
        resolved = whether;
        openThread = isThread() && !whether;
    }

    void acknowledge(Identity by, Instant now) {
        acknowledgedAt = now;
        acknowledgedBy = by.displayName();
    }

    void delete(Instant now) {
        deleted = true;
        deletedAt = now;
        openThread = false;
    }

    void restore() {
        deleted = false;
        deletedAt = null;
        openThread = isThread() && !resolved;
    }

    /** What it is from now on, written down. */
    NoteRevision revised(Identity by, Instant now) {
        lastRevision++;
        return new NoteRevision(
                lastRevision == 1 ? id : UUID.randomUUID(), id, lastRevision, state(), body, blocking, drawn, by, now);
    }

    void toldOpen(UUID revision) {
        toldOpen = revision.toString();
    }

    void toldSettled(UUID revision) {
        toldSettled = revision.toString();
    }

    /** Nobody has heard of it, nor will. */
    void untold() {
        toldOpen = null;
        toldSettled = null;
    }

    Optional<UUID> toldOpen() {
        return Optional.ofNullable(toldOpen).map(UUID::fromString);
    }

    Optional<UUID> toldSettled() {
        return Optional.ofNullable(toldSettled).map(UUID::fromString);
    }

    boolean isWordless() {
        return body.isEmpty();
    }

    /** Deleted, be it with the last stroke of all that it showed. */
    boolean isGoneWithItsDrawing() {
        return deleted && isWordless() && !drawn;
    }

    boolean isThread() {
        return number == 0;
    }

    boolean isOpen() {
        return openThread;
    }

    /** Whether the page of that version shows the thread that begins with this note. */
    boolean beginsThreadOn(int shownVersion) {
        return versionNumber == shownVersion || (versionNumber < shownVersion && openThread);
    }

    boolean isResolved() {
        return resolved;
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean isDrawn() {
        return drawn;
    }

    boolean isBlocking() {
        return blocking;
    }

    boolean isAcknowledged() {
        return acknowledgedAt != null;
    }

    /** How long after its creation something can still be done that has so much time. */
    Duration left(Duration grace, Instant now) {
        var left = Duration.between(now, createdAt.plus(grace));
        return left.isNegative() ? Duration.ZERO : left;
    }

    boolean wasDeletedWithin(Duration grace, Instant now) {
        return deletedAt != null && now.isBefore(deletedAt.plus(grace));
    }

    private NoteState state() {
        if (deleted) {
            return NoteState.DELETED;
        }
        return resolved ? NoteState.RESOLVED : NoteState.OPEN;
    }

    NoteId id() {
        return new NoteId(id);
    }

    NoteId thread() {
        return new NoteId(thread);
    }

    ReviewItemId item() {
        return new ReviewItemId(item);
    }

    VersionId version() {
        return new VersionId(version);
    }

    int versionNumber() {
        return versionNumber;
    }

    int number() {
        return number;
    }

    String text() {
        return body;
    }

    Visibility visibility() {
        return visibility;
    }

    NoteAuthor author() {
        return author.author();
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Which of the version's media it is about, if it is about one. */
    OptionalInt media() {
        return media == null ? OptionalInt.empty() : OptionalInt.of(media);
    }

    Optional<Integer> firstFrame() {
        return Optional.ofNullable(frame);
    }

    Place place() {
        if (media != null && frame != null && frameEnd != null) {
            return new OnFrames(media, new FrameRange(frame, frameEnd));
        }
        if (filePath != null && fileLine != null) {
            return new InFile(filePath, fileLine);
        }
        return new WholeVersion();
    }

    NotePin pin(Identity viewer, int shownVersion) {
        return new NotePin(
                id(),
                place(),
                state(),
                blocking,
                drawn,
                author.author().shownTo(viewer),
                deleted ? "" : NotePin.words(body),
                carriedFrom(shownVersion));
    }

    /** The version that it was said of, when another is looked at. */
    OptionalInt carriedFrom(int shownVersion) {
        return versionNumber == shownVersion ? OptionalInt.empty() : OptionalInt.of(versionNumber);
    }

    NoteDetail detail(Identity viewer, int shownVersion, NoteExtras extras) {
        return new NoteDetail(
                id(),
                thread(),
                versionNumber,
                carriedFrom(shownVersion),
                author.author().shownTo(viewer),
                place(),
                visibility,
                deleted ? "" : body,
                state(),
                blocking,
                drawn && !deleted,
                createdAt,
                Optional.ofNullable(editedAt),
                settled(settledBy, settledAt),
                settled(acknowledgedBy, acknowledgedAt),
                deleted ? NoteExtras.NONE : extras);
    }

    private static Optional<Settled> settled(@Nullable String by, @Nullable Instant at) {
        return by == null || at == null ? Optional.empty() : Optional.of(new Settled(by, at));
    }
}
