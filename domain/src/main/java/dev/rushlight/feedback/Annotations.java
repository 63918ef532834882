package dev.rushlight.feedback;

import dev.rushlight.exchange.Audience;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.Outbox;
import dev.rushlight.people.Identity;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewLine;
import dev.rushlight.review.ReviewLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was drawn, for those who fetch it by the address that an event told them. Empty stands for everything that is not to
 * be seen, whether it is there or not.
 */
@ApplicationScoped
@Transactional // outside of one, threads of the container share an entity manager
public class Annotations {

    /** How many strokes are given out at once when they are asked for by name. */
    public static final int MOST_AT_ONCE = 100;

    private static final int MOST_STROKES = 2 * Drawings.MOST_STROKES;
    private static final int MOST_MARKS = 20 * Drawings.MOST_STROKES;

    private final ReviewLines lines;
    private final JpaNotes notes;
    private final JpaStrokes strokes;
    private final Outbox outbox;

    @Inject
    Annotations(ReviewLines lines, JpaNotes notes, JpaStrokes strokes, Outbox outbox) {
        this.lines = lines;
        this.notes = notes;
        this.strokes = strokes;
        this.outbox = outbox;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected Annotations() { // for CDI
        this(null, null, null, null);
    }

    /** As people of the studio see it; guests look at items through their review session only. */
    public Optional<Annotation> shownTo(Identity viewer, ReviewItemId item, NoteId note) {
        return viewer.isGuest() ? Optional.empty() : notes.find(note).flatMap(known -> drawnIn(known, item));
    }

    /** As those see it who listen at a hub that is told of the note. */
    public Optional<Annotation> toldTo(ConnectionId hub, ReviewItemId item, NoteId note) {
        var line = lines.find(item);
        return notes.find(note)
                .filter(known -> line.filter(of -> isTold(hub, of, known)).isPresent())
                .flatMap(known -> drawnIn(known, item));
    }

    /**
     * Where one medium of a version is drawn on, with what older versions left open there. Which items a guest may look at
     * is known to whoever let the guest in.
     */
    public Optional<Sheet> sheet(Identity viewer, ReviewItemId item, int version, int media) {
        if (lines.version(item, version).isEmpty()) {
            return Optional.empty();
        }
        var marks = strokes.marks(viewer, item, version, media, MOST_MARKS + 1);
        return Optional.of(new Sheet(marks.stream().limit(MOST_MARKS).toList(), marks.size() > MOST_MARKS));
    }

    /** Those of these strokes of an item that are still there, so many that they are not too much to read at once. */
    public Drawing strokes(Identity viewer, ReviewItemId item, Collection<StrokeId> ids) {
        var drawn = new ArrayList<DrawnStroke>();
        var points = 0;
        for (var row : strokes.among(ids.stream().limit(MOST_AT_ONCE).toList())) {
            var note = notes.find(row.note())
                    .filter(known -> known.item().equals(item) && !known.isDeleted() && known.isShownTo(viewer))
                    .filter(known -> !row.isRemoved());
            if (note.isPresent()) {
                points += row.points();
                if (points > Drawings.MOST_POINTS_IN_A_NOTE) {
                    return new Drawing(drawn, true);
                }
                drawn.add(row.drawn(note.get().author().shownTo(viewer)));
            }
        }
        return new Drawing(drawn, ids.size() > MOST_AT_ONCE);
    }

    private boolean isTold(ConnectionId hub, ReviewLine line, Note note) {
        return outbox.tells(
                hub, line.connection(), note.visibility() == Visibility.TEAM ? Audience.TEAM : Audience.CLIENT);
    }

    private Optional<Annotation> drawnIn(Note note, ReviewItemId item) {
        if (note.isDeleted() || !note.item().equals(item)) {
            return Optional.empty();
        }
        var rows = strokes.of(note.id(), MOST_STROKES + 1);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var drawn = rows.stream()
                .limit(MOST_STROKES)
                .map(row -> row.drawn(note.author()))
                .toList();
        var medium = medium(note);
        return Optional.of(new Annotation(
                new Drawing(drawn, rows.size() > MOST_STROKES),
                medium.map(Media::width).orElse(OptionalInt.empty()),
                medium.map(Media::height).orElse(OptionalInt.empty())));
    }

    private Optional<Media> medium(Note note) {
        return note.media().isPresent() && lines.content(note.version()) instanceof MediaContent shown
                ? shown.media().stream().skip(note.media().getAsInt()).findFirst()
                : Optional.empty();
    }
}
