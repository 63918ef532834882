package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.NoSuchVersion;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewLines;
import dev.rushlight.review.VersionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was said of versions, as each viewer may see it: guests never see what is for the team. Which items a guest may look
 * at is known to whoever let the guest in, so everything is asked for by its item.
 */
@ApplicationScoped
@Transactional // outside of one, threads of the container share an entity manager
public class FeedbackNotes {

    private static final int LARGEST_PAGE = 200;
    private static final int MOST_PINS = 2_000;
    private static final int MOST_STROKES = 2 * Drawings.MOST_STROKES;

    private final ReviewLines lines;
    private final JpaNotes notes;
    private final JpaStrokes strokes;
    private final JpaAttachments attachments;
    private final AttachmentFiles files;

    @Inject
    FeedbackNotes(
            ReviewLines lines, JpaNotes notes, JpaStrokes strokes, JpaAttachments attachments, AttachmentFiles files) {
        this.lines = lines;
        this.notes = notes;
        this.strokes = strokes;
        this.attachments = attachments;
        this.files = files;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected FeedbackNotes() { // for CDI
        this(null, null, null, null, null);
    }

    /** The threads of a version and those carried on from older ones, newest first, page by page. */
    public List<NoteThread> threads(
            Identity viewer, ReviewItemId item, int version, NoteFilter filter, Optional<NoteCursor> after, int limit) {
        var page = notes.page(new NoteConditions(viewer, item, version, filter, after), Math.min(limit, LARGEST_PAGE));
        return threads(viewer, version, page);
    }

    /** One thread, by any of its notes. */
    public Optional<NoteThread> thread(Identity viewer, ReviewItemId item, int version, NoteId note) {
        return notes.find(note)
                .filter(known -> known.item().equals(item) && known.isShownTo(viewer))
                .flatMap(known -> notes.find(known.thread()))
                .map(first -> threads(viewer, version, List.of(first)).get(0));
    }

    private List<NoteThread> threads(Identity viewer, int version, List<Note> page) {
        var answers = notes.answers(viewer, page.stream().map(Note::id).toList());
        var all = Stream.concat(page.stream(), answers.stream()).map(Note::id).toList();
        var mentions = notes.mentions(all);
        var attached = attachments.of(all);
        var details = new HashMap<NoteId, List<NoteDetail>>();
        Stream.concat(page.stream(), answers.stream())
                .forEach(note -> details.computeIfAbsent(note.thread(), thread -> new ArrayList<>())
                        .add(note.detail(
                                viewer,
                                version,
                                new NoteExtras(
                                        mentions.getOrDefault(note.id(), List.of()),
                                        attached.getOrDefault(note.id(), List.of())))));
        return page.stream()
                .map(first -> details.getOrDefault(first.id(), List.of()))
                .map(thread -> new NoteThread(thread.get(0), thread.subList(1, thread.size())))
                .toList();
    }

    /** The same threads as marks on the timeline, all at once. */
    public List<NotePin> pins(Identity viewer, ReviewItemId item, int version) {
        return notes
                .page(new NoteConditions(viewer, item, version, NoteFilter.ALL, Optional.empty()), MOST_PINS)
                .stream()
                .filter(note -> !note.isDeleted())
                .map(note -> note.pin(viewer, version))
                .toList();
    }

    /** How many threads there are of each sort that can be asked for. */
    public NoteTally tally(Identity viewer, ReviewItemId item, int version) {
        return notes.tally(viewer, item, version);
    }

    /** How many notes each of these items has, in one go; nothing for those without. */
    public Map<ReviewItemId, NoteCounts> counts(Identity viewer, Collection<ReviewItemId> items) {
        return notes.counts(viewer, items);
    }

    /** What is drawn on one frame, by everybody whose notes the viewer may see. */
    public Drawing drawing(Identity viewer, ReviewItemId item, int version, int media, int frame) {
        return lines.version(item, version)
                .map(known -> drawing(viewer, strokes.on(viewer, known.id(), media, frame, MOST_STROKES + 1)))
                .orElseThrow(() -> new NoSuchVersion(item, version));
    }

    /** What is drawn in one note, on all its frames. */
    public Drawing drawing(Identity viewer, ReviewItemId item, NoteId id) {
        var note = notes.shown(viewer, item, id);
        return note.isDeleted() ? new Drawing(List.of(), false) : drawing(viewer, strokes.of(id, MOST_STROKES + 1));
    }

    private Drawing drawing(Identity viewer, List<StrokeRow> rows) {
        var authors = notes.authors(rows.stream().map(StrokeRow::note).collect(Collectors.toSet()));
        return new Drawing(
                rows.stream()
                        .limit(MOST_STROKES)
                        .map(row -> row.drawn(
                                Objects.requireNonNull(authors.get(row.note())).shownTo(viewer)))
                        .toList(),
                rows.size() > MOST_STROKES);
    }

    /** A file that was not removed, of a note that was not deleted. */
    public Optional<AttachmentContent> attachment(Identity viewer, ReviewItemId item, AttachmentId id) {
        return attachment(viewer, item, id, note -> true);
    }

    /** As above, if the note is in a thread of this version or in one that was carried on to it. */
    public Optional<AttachmentContent> attachment(Identity viewer, ReviewItemId item, int version, AttachmentId id) {
        return attachment(
                viewer,
                item,
                id,
                note -> notes.find(note.thread())
                        .filter(first -> first.beginsThreadOn(version))
                        .isPresent());
    }

    private Optional<AttachmentContent> attachment(
            Identity viewer, ReviewItemId item, AttachmentId id, Predicate<Note> isMeant) {
        return attachments
                .find(id)
                .filter(known -> !known.isRemoved() && known.item().equals(item))
                .filter(known -> notes.find(known.note())
                        .filter(note -> note.isShownTo(viewer) && !note.isDeleted())
                        .filter(isMeant)
                        .isPresent())
                .map(known -> new AttachmentContent(known.detail(), files.path(known.file())));
    }

    /**
     * The notes that were open at that moment on a version, with those carried on to it: the same for ever, whatever
     * becomes of the notes, if the moment is that of a decision.
     *
     * @param audience for whose eyes the answer is
     */
    public NotesForDecision forDecision(ReviewItemId item, int version, Instant at, Visibility audience, int max) {
        var stood = notes.stoodOpen(item, version, at, audience, max + 1);
        var clocks = new Clocks();
        return new NotesForDecision(
                stood.stream()
                        .limit(max)
                        .map(standing -> record(standing.note(), standing.revision(), clocks))
                        .toList(),
                stood.size() > max);
    }

    /** Everything that the event about a note says; the same for ever, as long as the note is kept. */
    public Optional<NoteTold> told(UUID subject) {
        return notes.revision(subject).map(revision -> {
            var note = notes.find(revision.note()).orElseThrow();
            var line = lines.find(note.item()).orElseThrow(() -> new NoSuchReviewItem(note.item()));
            var version = lines.version(note.version()).orElseThrow(() -> new NoSuchVersion(note.version()));
            return new NoteTold(
                    subject,
                    line.connection(),
                    version.eventId(),
                    line.item(),
                    line.project(),
                    line.lineKey(),
                    version.name(),
                    line.kind(),
                    record(note, revision, new Clocks()),
                    note.isThread() ? Optional.empty() : Optional.of(note.thread()),
                    revision.state(),
                    revision.author(),
                    revision.since());
        });
    }

    private NoteRecord record(Note note, NoteRevision revision, Clocks clocks) {
        var clock = clocks.of(note);
        return new NoteRecord(
                note.id(),
                note.versionNumber(),
                note.author(),
                note.place(),
                clock.map(FrameClock::rate),
                clock.map(known -> OptionalInt.of(known.startFrame())).orElse(OptionalInt.empty()),
                clock.flatMap(known -> note.firstFrame().map(known::timecode)),
                revision.state() == NoteState.DELETED ? "" : revision.text(),
                note.visibility(),
                revision.isBlocking(),
                revision.isDrawn(),
                note.createdAt());
    }

    /** The clocks of the media that notes are about, each read once. */
    private final class Clocks {

        private final Map<VersionId, List<Optional<FrameClock>>> known = new HashMap<>();

        Optional<FrameClock> of(Note note) {
            if (note.media().isEmpty()) {
                return Optional.empty();
            }
            var clocks = known.computeIfAbsent(note.version(), this::read);
            var media = note.media().getAsInt();
            return media < clocks.size() ? clocks.get(media) : Optional.empty();
        }

        private List<Optional<FrameClock>> read(VersionId version) {
            return lines.content(version) instanceof MediaContent shown
                    ? shown.media().stream().map(FrameClock::of).toList()
                    : List.of();
        }
    }
}
