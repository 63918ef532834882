package dev.rushlight.feedback;

import dev.rushlight.review.Content;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The strokes of notes. Each is a row of its own and named by whoever draws it: what arrives twice is there once, and what
 * was taken back does not come back because it arrives again.
 */
@Dependent
class Drawings {

    static final int MOST_STROKES = 500;
    static final int MOST_POINTS_IN_A_NOTE = 100_000;
    static final int MOST_POINTS_ON_A_FRAME = 250_000;

    /** With those that were taken back and wait to be purged. */
    static final int MOST_EVER = 4 * MOST_STROKES;

    private final JpaStrokes strokes;

    @Inject
    Drawings(JpaStrokes strokes) {
        this.strokes = strokes;
    }

    /** Adds those that are new to the note, and returns them. */
    List<StrokeId> add(Note note, Content content, List<Stroke> drawn, Instant now) {
        requireFew(drawn);
        var fresh = fresh(note, drawn);
        if (fresh.isEmpty()) {
            return List.of();
        }
        var media = note.media()
                .orElseThrow(() -> new UnacceptablePlace("Only on frames can be drawn, and the note names none"));
        fresh.forEach(stroke -> OnFrames.requireIn(content, media, stroke.frames()));
        var ever = strokes.everDrawn(note.id());
        if (ever.strokes() + fresh.size() > MOST_EVER) {
            throw new TooManyStrokes("So much was drawn and taken back in this note that there is no room for more");
        }
        requireRoom("a note", strokes.drawn(note.id()), load(fresh), MOST_POINTS_IN_A_NOTE);
        fresh.stream()
                .collect(Collectors.groupingBy(stroke -> stroke.frames().first()))
                .forEach((frame, there) -> requireRoom(
                        "a frame", strokes.drawn(note.version(), media, frame), load(there), MOST_POINTS_ON_A_FRAME));
        var number = ever.lastNumber();
        for (var stroke : fresh) {
            number++;
            strokes.add(new StrokeRow(note, media, stroke, number, now));
        }
        return fresh.stream().map(Stroke::id).toList();
    }

    private List<Stroke> fresh(Note note, List<Stroke> drawn) {
        var fresh = new LinkedHashMap<StrokeId, Stroke>();
        drawn.forEach(stroke -> fresh.putIfAbsent(stroke.id(), stroke));
        for (var known : strokes.among(List.copyOf(fresh.keySet()))) {
            if (!known.note().equals(note.id())) {
                throw new StrokeIdTaken(known.id());
            }
            fresh.remove(known.id());
        }
        return List.copyOf(fresh.values());
    }

    private static JpaStrokes.Load load(List<Stroke> drawn) {
        return new JpaStrokes.Load(
                drawn.size(),
                drawn.stream().mapToLong(stroke -> stroke.points().size()).sum(),
                0);
    }

    private static void requireRoom(String where, JpaStrokes.Load there, JpaStrokes.Load more, int mostPoints) {
        var count = there.strokes() + more.strokes();
        var points = there.points() + more.points();
        if (count > MOST_STROKES || points > mostPoints) {
            throw new TooManyStrokes("On %s there may be %d strokes of %d points in all, not %d of %d"
                    .formatted(where, MOST_STROKES, mostPoints, count, points));
        }
    }

    private static void requireFew(Collection<?> strokes) {
        if (strokes.size() > MOST_STROKES) {
            throw new TooManyStrokes("%d strokes may come at once, not %d".formatted(MOST_STROKES, strokes.size()));
        }
    }

    /** Takes back those of these that are still there, and returns them. */
    List<StrokeId> remove(Note note, Collection<StrokeId> ids, Instant now) {
        var there = rows(note, ids).stream().filter(row -> !row.isRemoved()).toList();
        there.forEach(row -> row.remove(now));
        return there.stream().map(StrokeRow::id).toList();
    }

    /** Puts those of these back that were taken back, and returns them. */
    List<StrokeId> restore(Note note, Collection<StrokeId> ids) {
        var gone = rows(note, ids).stream().filter(StrokeRow::isRemoved).toList();
        var back = new JpaStrokes.Load(
                gone.size(), gone.stream().mapToLong(StrokeRow::points).sum(), 0);
        requireRoom("a note", strokes.drawn(note.id()), back, MOST_POINTS_IN_A_NOTE);
        gone.forEach(StrokeRow::restore);
        return gone.stream().map(StrokeRow::id).toList();
    }

    boolean isEmpty(Note note) {
        return strokes.drawn(note.id()).strokes() == 0;
    }

    private List<StrokeRow> rows(Note note, Collection<StrokeId> ids) {
        requireFew(ids);
        var rows = strokes.among(ids).stream()
                .filter(row -> row.note().equals(note.id()))
                .toList();
        var missing = new LinkedHashSet<>(ids);
        rows.forEach(row -> missing.remove(row.id()));
        if (!missing.isEmpty()) {
            throw new NoSuchStroke(missing.iterator().next());
        }
        return rows;
    }
}
