package dev.rushlight.tools.hub;

import dev.rushlight.hub.event.Event;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event as one line for a person: when it was heard, its topic, its user, and the gist of what it says. */
final class EventLine {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_GIST = 160;

    private EventLine() {}

    static String of(Event event, ZonedDateTime heard) {
        return "%s  %s  %s  %s"
                .formatted(
                        TIME.format(heard),
                        Printable.of(event.topic(), LONGEST_NAME),
                        Printable.of(event.username().orElse("-"), LONGEST_NAME),
                        Printable.of(gist(event.data()), LONGEST_GIST));
    }

    /** What counts in an event about a review item; of any other, the data itself. */
    private static String gist(JsonValue data) {
        return data instanceof JsonObject object && object.get("item") instanceof JsonObject item
                ? text(item, "name")
                        .map(name -> Stream.of(
                                        Optional.of(name),
                                        text(object, "outcome"),
                                        text(object, "submitter").map(who -> "from " + who),
                                        actor(object),
                                        text(object, "reason").map(reason -> '"' + reason + '"'),
                                        text(object, "url"))
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(" ")))
                        .orElseGet(data::toString)
                : data.toString();
    }

    private static Optional<String> actor(JsonObject data) {
        return data.get("actor") instanceof JsonObject actor
                ? text(actor, "displayName").or(() -> text(actor, "username")).map(who -> "by " + who)
                : Optional.empty();
    }

    private static Optional<String> text(JsonObject object, String key) {
        var value = object.getOrDefault(key, JsonValue.NULL);
        if (value instanceof JsonNumber) {
            return Optional.of(value.toString());
        }
        return value instanceof JsonString text && !text.getString().isBlank()
                ? Optional.of(text.getString())
                : Optional.empty();
    }
}
