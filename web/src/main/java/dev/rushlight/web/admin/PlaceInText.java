package dev.rushlight.web.admin;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the line of a JSON text that a complaint such as {@code stages[1].quorum must be …} is about. */
final class PlaceInText {

    private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,6})\\b");
    private static final Pattern PATH = Pattern.compile("^[A-Za-z]+(\\[\\d+])?(\\.[A-Za-z]+(\\[\\d+])?)*(?= )");
    private static final Pattern LAST_STEP = Pattern.compile("(\\.?[A-Za-z]+|\\[\\d+])$");

    /** An object or a list that is being read. */
    private static final class Level {
        private final String path;
        private final boolean isList;
        private int entries;
        private String key = "";

        private Level(String path, boolean isList) {
            this.path = path;
            this.isList = isList;
        }

        private String next() {
            if (isList) {
                return "%s[%d]".formatted(path, entries++);
            }
            return path.isEmpty() ? key : path + "." + key;
        }
    }

    private PlaceInText() {}

    /** Counts from 1; nothing if the complaint is about the text as a whole. */
    static Optional<Integer> line(String text, String complaint) {
        var said = LINE.matcher(complaint);
        if (said.find()) {
            return Optional.of(Integer.valueOf(said.group(1)));
        }
        var path = PATH.matcher(complaint);
        return path.find() ? line(lines(text), path.group()) : Optional.empty();
    }

    /** What is missing has no line of its own; what it is missing from has. */
    private static Optional<Integer> line(Map<String, Integer> lines, String path) {
        for (var place = path;
                !place.isEmpty();
                place = LAST_STEP.matcher(place).replaceFirst("")) {
            if (lines.containsKey(place)) {
                return Optional.of(lines.get(place));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Integer> lines(String text) {
        var lines = new HashMap<String, Integer>();
        var levels = new ArrayDeque<Level>();
        try (var parser = Json.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                read(parser, levels, lines);
            }
        } catch (JsonParsingException broken) {
            return lines;
        }
        return lines;
    }

    private static void read(JsonParser parser, Deque<Level> levels, Map<String, Integer> lines) {
        var event = parser.next();
        var line = (int) parser.getLocation().getLineNumber();
        switch (event) {
            case KEY_NAME -> levels.element().key = parser.getString();
            case END_OBJECT, END_ARRAY -> levels.pop();
            case START_OBJECT, START_ARRAY -> {
                var path = levels.isEmpty() ? "" : levels.element().next();
                lines.putIfAbsent(path, line);
                levels.push(new Level(path, event == JsonParser.Event.START_ARRAY));
            }
            case VALUE_STRING, VALUE_NUMBER, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> {
                if (!levels.isEmpty()) {
                    lines.putIfAbsent(levels.element().next(), line);
                }
            }
        }
    }
}
