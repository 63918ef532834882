package dev.rushlight.feedback;

import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Strokes for tests. */
final class Strokes {

    static final Colour RED = new Colour(255, 0, 0, 255);

    private static final NoteAuthor MARIA =
            new NoteAuthor(PersonId.random(), "maria", "Maria S.", Role.REVIEWER, PersonKind.HUMAN);

    private Strokes() {}

    static Stroke pen(int frame, StrokePoint... points) {
        return stroke(StrokeKind.PEN, FrameRange.single(frame), RED, 0.02, List.of(points));
    }

    static Stroke dot(int frame) {
        return pen(frame, point(0, 0, 0.02));
    }

    static Stroke zigzag(int frame, int points) {
        return stroke(
                StrokeKind.PEN,
                FrameRange.single(frame),
                RED,
                0.02,
                IntStream.range(0, points)
                        .mapToObj(i -> new StrokePoint(-0.5 + (double) i / points, i % 2 / 10.0, 0.02, 1))
                        .toList());
    }

    static Stroke shape(StrokeKind kind, Colour colour, double width, StrokePoint... points) {
        return stroke(kind, FrameRange.single(0), colour, width, List.of(points));
    }

    static Stroke text(Colour colour, double height, double x, double y, String words) {
        return new Stroke(
                StrokeId.random(),
                FrameRange.single(0),
                StrokeKind.TEXT,
                colour,
                height,
                List.of(point(x, y, 0)),
                Optional.of(words));
    }

    static Stroke stroke(StrokeKind kind, FrameRange frames, Colour colour, double width, List<StrokePoint> points) {
        return new Stroke(StrokeId.random(), frames, kind, colour, width, points, Optional.empty());
    }

    static StrokePoint point(double x, double y, double size) {
        return new StrokePoint(x, y, size, 1);
    }

    static DrawnStroke drawn(Stroke stroke) {
        return new DrawnStroke(stroke, NoteId.random(), MARIA, Instant.parse("2026-11-23T12:00:00Z"));
    }
}
