package dev.rushlight.feedback;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Writes strokes as the commands that review tools exchange, in the form of the Open Review Initiative;
 * {@code docs/annotations.md} shows it.
 */
public final class AnnotationWriter {

    public static final String FORMAT = "ori.syncevent/1";

    static final String SCHEMA = "OTIO_SCHEMA";

    private AnnotationWriter() {}

    /** All strokes in the order in which they were drawn, those in a row on the same frames together. */
    public static JsonObject write(List<DrawnStroke> strokes) {
        var frames = Json.createArrayBuilder();
        for (var begin = 0; begin < strokes.size(); ) {
            var range = strokes.get(begin).stroke().frames();
            var commands = Json.createArrayBuilder();
            var end = begin;
            for (; end < strokes.size() && strokes.get(end).stroke().frames().equals(range); end++) {
                var drawn = strokes.get(end);
                commands(drawn.stroke(), Optional.of(drawn.author().displayName()))
                        .forEach(commands::add);
            }
            frames.add(Json.createObjectBuilder()
                    .add("frame", range.first())
                    .add("frameEnd", range.last())
                    .add("annotation_commands", commands));
            begin = end;
        }
        return Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("frames", frames)
                .build();
    }

    /** The commands that draw one stroke. */
    static JsonArray commands(Stroke stroke, Optional<String> author) {
        var commands = Json.createArrayBuilder();
        switch (stroke.kind()) {
            case PEN -> {
                var id = stroke.id().toString();
                commands.add(begin("PaintStart", stroke, author)
                        .add("type", "color")
                        .add("brush", "circle")
                        .add("visible", true)
                        .add("hold", !stroke.frames().isSingle())
                        .add("width", stroke.width()));
                commands.add(command("PaintPoint", id).add("points", vertices(stroke.points())));
                commands.add(command("PaintEnd", id));
            }
            case ARROW ->
                commands.add(begin("ArrowAnnotation", stroke, author)
                        .add("start", place(stroke, 0))
                        .add("end", place(stroke, 1))
                        .add("size", stroke.width()));
            case BOX -> commands.add(corners("RectangleAnnotation", stroke, author));
            case ELLIPSE -> commands.add(corners("EllipseAnnotation", stroke, author));
            case TEXT ->
                commands.add(begin("TextAnnotation", stroke, author)
                        .add("text", stroke.text().orElseThrow())
                        .add("position", place(stroke, 0))
                        .add("font_size", stroke.width())
                        .add("scale", 1.0)
                        .add("rotation", 0.0));
        }
        return commands.build();
    }

    private static JsonObjectBuilder corners(String name, Stroke stroke, Optional<String> author) {
        return begin(name, stroke, author)
                .add("min", place(stroke, 0))
                .add("max", place(stroke, 1))
                .add("size", stroke.width())
                .add(
                        "inner_rgba",
                        Json.createArrayBuilder().add(0).add(0).add(0).add(0));
    }

    private static JsonObjectBuilder begin(String name, Stroke stroke, Optional<String> author) {
        var colour = stroke.colour();
        var command = command(name, stroke.id().toString())
                .add(
                        "rgba",
                        Json.createArrayBuilder()
                                .add(part(colour.red()))
                                .add(part(colour.green()))
                                .add(part(colour.blue()))
                                .add(part(colour.alpha())));
        author.ifPresent(named -> command.add("friendly_name", named));
        return command;
    }

    private static JsonObjectBuilder command(String name, String uuid) {
        return Json.createObjectBuilder().add(SCHEMA, name + ".1").add("uuid", uuid);
    }

    private static double part(int level) {
        return Math.round(level * 10_000 / 255.0) / 10_000.0;
    }

    private static JsonArrayBuilder place(Stroke stroke, int index) {
        var point = stroke.points().get(index);
        return Json.createArrayBuilder().add(point.x()).add(point.y());
    }

    private static JsonObjectBuilder vertices(List<StrokePoint> points) {
        return Json.createObjectBuilder()
                .add(SCHEMA, "PaintVertices.1")
                .add("x", each(points, StrokePoint::x))
                .add("y", each(points, StrokePoint::y))
                .add("size", each(points, StrokePoint::size))
                .add("alpha", each(points, StrokePoint::alpha));
    }

    private static JsonArrayBuilder each(List<StrokePoint> points, ToDoubleFunction<StrokePoint> value) {
        var values = Json.createArrayBuilder();
        points.forEach(point -> values.add(value.applyAsDouble(point)));
        return values;
    }
}
