package dev.rushlight.feedback;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads strokes from the commands that review tools exchange, in the form of the Open Review Initiative. What a tool leaves
 * out is taken as usual, and what is not understood is refused rather than lost.
 */
public final class AnnotationReader {

    /** As long as one annotation may be that comes as text: the largest stroke fits. */
    public static final int LONGEST = 256 * 1024;

    private static final int LONGEST_SHOWN = 100;

    private AnnotationReader() {}

    /** The strokes that an annotation draws which comes from outside, looked into only if it is not too long. */
    public static List<Stroke> read(String text) {
        if (text.length() > LONGEST) {
            throw new UnacceptableStroke(
                    "An annotation may have %d characters, not %d".formatted(LONGEST, text.length()));
        }
        try (var reader = Json.createReader(new StringReader(text))) {
            return read(reader.readObject());
        } catch (JsonException broken) {
            throw new UnacceptableStroke("An annotation must be a JSON object");
        }
    }

    /** The strokes that such commands draw. */
    public static List<Stroke> read(JsonObject annotation) {
        var strokes = new ArrayList<Stroke>();
        for (var frames : objects(annotation, "frames")) {
            var first = whole(frames, "frame");
            var last = frames.containsKey("frameEnd") ? whole(frames, "frameEnd") : first;
            if (first < 0 || last < first) {
                throw new UnacceptableStroke("There are no frames %d to %d".formatted(first, last));
            }
            strokes.addAll(read(objects(frames, "annotation_commands"), new FrameRange(first, last)));
        }
        if (strokes.stream().map(Stroke::id).distinct().count() < strokes.size()) {
            throw new UnacceptableStroke("Two strokes have the same uuid");
        }
        return List.copyOf(strokes);
    }

    static List<Stroke> read(List<JsonObject> commands, FrameRange frames) {
        var canvas = new Canvas(frames);
        commands.forEach(canvas::obey);
        return canvas.strokes();
    }

    /** What commands have drawn so far; the points of a painted stroke come one command after the other. */
    private static final class Canvas {

        private final FrameRange frames;
        private final List<Stroke> done = new ArrayList<>();
        private Optional<Painting> painting = Optional.empty();

        private Canvas(FrameRange frames) {
            this.frames = frames;
        }

        private void obey(JsonObject command) {
            var name = text(command, AnnotationWriter.SCHEMA).replaceFirst("[.]\\d+$", "");
            switch (name) {
                case "PaintStart" -> {
                    finish();
                    painting = Optional.of(new Painting(command, new ArrayList<>()));
                }
                case "PaintPoint", "PaintPoints" -> current(command).points().addAll(points(command));
                case "PaintEnd" -> {
                    current(command);
                    finish();
                }
                case "ArrowAnnotation" -> add(command, StrokeKind.ARROW, number(command, "size"), "start", "end");
                case "RectangleAnnotation" -> add(command, StrokeKind.BOX, number(command, "size"), "min", "max");
                case "EllipseAnnotation" -> add(command, StrokeKind.ELLIPSE, number(command, "size"), "min", "max");
                case "TextAnnotation" ->
                    add(
                            command,
                            StrokeKind.TEXT,
                            number(command, "font_size") * number(command, "scale", 1),
                            "position");
                default -> throw new UnacceptableStroke("Nobody knows how to obey " + shown(name));
            }
        }

        private Painting current(JsonObject command) {
            return painting.filter(begun -> begun.id().equals(id(command)))
                    .orElseThrow(() -> new UnacceptableStroke("No PaintStart has begun " + id(command)));
        }

        private void add(JsonObject command, StrokeKind kind, double width, String... places) {
            finish();
            var points = new ArrayList<StrokePoint>();
            for (var place : places) {
                var values = numbers(command, place);
                if (values.length != 2) {
                    throw new UnacceptableStroke("%s must be two numbers".formatted(place));
                }
                points.add(new StrokePoint(values[0], values[1], 0, 1));
            }
            var words = kind.hasText() ? Optional.of(text(command, "text")) : Optional.<String>empty();
            done.add(new Stroke(id(command), frames, kind, colour(command), width, points, words));
        }

        private void finish() {
            painting.ifPresent(begun -> done.add(begun.stroke(frames)));
            painting = Optional.empty();
        }

        private List<Stroke> strokes() {
            finish();
            return done;
        }
    }

    /** A stroke of which more points may come. */
    private record Painting(JsonObject start, List<StrokePoint> points) {

        private Painting {
            if (!start.getString("type", "color").equals("color")) {
                throw new UnacceptableStroke("Only strokes of colour can be drawn, none that erase");
            }
        }

        private StrokeId id() {
            return AnnotationReader.id(start);
        }

        private Stroke stroke(FrameRange frames) {
            var thickest = points.stream().mapToDouble(StrokePoint::size).max().orElse(0);
            return new Stroke(
                    id(),
                    frames,
                    StrokeKind.PEN,
                    colour(start),
                    number(start, "width", thickest),
                    points,
                    Optional.empty());
        }
    }

    private static List<StrokePoint> points(JsonObject command) {
        var vertices = object(command, "points");
        var x = numbers(vertices, "x");
        var y = numbers(vertices, "y");
        var size = numbers(vertices, "size");
        var alpha =
                vertices.containsKey("alpha") ? Optional.of(numbers(vertices, "alpha")) : Optional.<double[]>empty();
        if (x.length > Stroke.MOST_POINTS
                || y.length != x.length
                || size.length != x.length
                || alpha.filter(values -> values.length != x.length).isPresent()) {
            throw new UnacceptableStroke(
                    "x, y, size and alpha must be equally many, and at most %d".formatted(Stroke.MOST_POINTS));
        }
        var points = new ArrayList<StrokePoint>();
        for (var i = 0; i < x.length; i++) {
            points.add(new StrokePoint(x[i], y[i], size[i], alpha.isPresent() ? alpha.get()[i] : 1));
        }
        return points;
    }

    private static StrokeId id(JsonObject command) {
        var uuid = text(command, "uuid");
        return StrokeId.parse(uuid).orElseThrow(() -> new UnacceptableStroke("uuid cannot be " + shown(uuid)));
    }

    private static Colour colour(JsonObject command) {
        var rgba = numbers(command, "rgba");
        if (rgba.length != 4) {
            throw new UnacceptableStroke("rgba must be four numbers");
        }
        for (var part : rgba) {
            StrokePoint.require("rgba", part, 0, 1);
        }
        return new Colour(level(rgba[0]), level(rgba[1]), level(rgba[2]), level(rgba[3]));
    }

    private static int level(double part) {
        return (int) Math.round(part * 255);
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        if (json.get(name) instanceof JsonArray values
                && values.stream().allMatch(value -> value instanceof JsonObject)) {
            return values.getValuesAs(JsonObject.class);
        }
        throw new UnacceptableStroke("%s must be a list of objects".formatted(name));
    }

    private static JsonObject object(JsonObject json, String name) {
        if (json.get(name) instanceof JsonObject value) {
            return value;
        }
        throw new UnacceptableStroke("%s must be an object".formatted(name));
    }

    private static String text(JsonObject json, String name) {
        if (json.get(name) instanceof JsonString value) {
            return value.getString();
        }
        throw new UnacceptableStroke("%s must be a text".formatted(name));
    }

    private static int whole(JsonObject json, String name) {
        var value = number(json, name); // asking a number like 1e999999 for an integer would take for ever
        if (value == (int) value) {
            return (int) value;
        }
        throw new UnacceptableStroke("%s must be a whole number".formatted(name));
    }

    private static double number(JsonObject json, String name, double otherwise) {
        return json.getOrDefault(name, JsonValue.NULL) == JsonValue.NULL ? otherwise : number(json, name);
    }

    private static double number(JsonObject json, String name) {
        if (json.get(name) instanceof JsonNumber value) {
            return value.doubleValue();
        }
        throw new UnacceptableStroke("%s must be a number".formatted(name));
    }

    private static double[] numbers(JsonObject json, String name) {
        if (json.get(name) instanceof JsonArray values
                && values.stream().allMatch(value -> value instanceof JsonNumber)) {
            return values.getValuesAs(JsonNumber.class).stream()
                    .mapToDouble(JsonNumber::doubleValue)
                    .toArray();
        }
        throw new UnacceptableStroke("%s must be a list of numbers".formatted(name));
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
