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
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was drawn, for those who fetch it by the address that an event told them. Empty stands for everything that is not to
 * be seen, whether it is there or not.
 */
@ApplicationScoped
@Transactional // outside of one, threads of the container share an entity manager
public class Annotations {

    private static final int MOST_STROKES = 2 * Drawings.MOST_STROKES;

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
