package dev.rushlight.ledger;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How an entry is written outside of the database; before and after stay the texts that were hashed. */
final class EntryText {

    private EntryText() {}

    static JsonObject write(WrittenEntry entry) {
        var json = Json.createObjectBuilder()
                .add("id", entry.id())
                .add("line", entry.line().toString())
                .add("number", entry.number())
                .add("at", Fields.text(entry.at()))
                .add("act", entry.act())
                .add(
                        "actor",
                        Json.createObjectBuilder()
                                .add("id", entry.author().id().toString())
                                .add("username", entry.author().username())
                                .add("displayName", entry.author().displayName())
                                .add("role", entry.author().role()));
        entry.reason().ifPresent(reason -> json.add("reason", reason));
        json.add("before", entry.before()).add("after", entry.after());
        entry.causeEventId().ifPresent(cause -> json.add("causeEventId", cause));
        return json.add("previousHash", entry.previousHash())
                .add("hash", entry.hash())
                .build();
    }

    /** Reads exactly what was written: a member too many or too few, or in another form, is a {@link NotWhatWasWritten}. */
    static WrittenEntry read(JsonObject json) {
        return StrictJson.read(
                json,
                object -> new WrittenEntry(
                        object.getJsonNumber("id").longValueExact(),
                        UUID.fromString(object.getString("line")),
                        object.getJsonNumber("number").longValueExact(),
                        Instant.parse(object.getString("at")),
                        object.getString("act"),
                        author(object.getJsonObject("actor")),
                        text(object, "reason"),
                        object.getString("before"),
                        object.getString("after"),
                        text(object, "causeEventId"),
                        object.getString("previousHash"),
                        object.getString("hash")),
                EntryText::write);
    }

    private static Author author(JsonObject json) {
        return new Author(
                UUID.fromString(json.getString("id")),
                json.getString("username"),
                json.getString("displayName"),
                json.getString("role"));
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.containsKey(name) ? Optional.of(json.getString(name)) : Optional.empty();
    }
}
