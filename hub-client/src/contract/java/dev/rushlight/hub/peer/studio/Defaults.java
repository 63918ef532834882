package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the server adds to new rows that their author left out. */
final class Defaults {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String SHOT = "bad911de-3bd6-47b9-8b46-3476e237cb36";
    private static final List<String> MADE_AT = List.of("created_at", "date", "thread_activity");
    private static final Map<String, String> MAKERS = Map.of(
            "Note", "user_id",
            "AssetVersion", "user_id",
            "Job", "user_id",
            "ReviewSession", "created_by_id",
            "ReviewSessionInvitee", "created_by_id");
    private static final Map<String, String> SYSTEM_TYPES = Map.of(
            "FileComponent", "file",
            "ContainerComponent", "container",
            "SequenceComponent", "sequence");

    private final String user;
    private final Instant now;

    /** @param user the id of the user who writes */
    Defaults(String user, Instant now) {
        this.user = user;
        this.now = now;
    }

    /** The type under which an entity is stored that was asked for by a more general one. */
    String concreteType(String requested, JsonObject data) {
        return switch (requested) {
            case "Component" -> "FileComponent";
            case "TypedContext" -> data.getString("object_type_id", "").equals(SHOT) ? "Shot" : "Task";
            case "Context" -> throw Refused.invalid("A Context cannot be created, only a kind of it");
            default -> requested;
        };
    }

    Row complete(Rows rows, Row row) {
        var schema = rows.schemas().get(row.type());
        var filled = row;
        for (var name : MADE_AT) {
            filled = schema.attribute(name).isPresent() ? or(filled, name, Values.dateTime(now)) : filled;
        }
        if (MAKERS.containsKey(row.type())) {
            filled = or(filled, MAKERS.get(row.type()), JSON.createValue(user));
        }
        if (SYSTEM_TYPES.containsKey(row.type())) {
            filled = or(filled, "system_type", JSON.createValue(SYSTEM_TYPES.get(row.type())));
        }
        return rows.schemas().isA(row.type(), "Context") ? context(rows, filled) : others(rows, filled);
    }

    /** Rows that come into being together with another one: the author of a note receives it too. */
    List<Row> also(Rows rows, Row row) {
        var author = row.text("user_id");
        if (!row.type().equals("Note") || author.isEmpty()) {
            return List.of();
        }
        var key = List.of(row.id(), author.get());
        return rows.find("Recipient", key).isPresent()
                ? List.of()
                : List.of(new Row(
                        "Recipient",
                        key,
                        Map.of("note_id", JSON.createValue(key.get(0)), "resource_id", JSON.createValue(key.get(1)))));
    }

    private static Row context(Rows rows, Row row) {
        var isProject = row.type().equals("Project");
        var filled = or(row, "context_type", JSON.createValue(isProject ? "show" : "task"));
        if (isProject) {
            return filled;
        }
        var project = filled.text("project_id").map(JSON::createValue);
        filled = project.isPresent() ? or(filled, "parent_id", project.get()) : filled;
        return or(filled, "status_id", JSON.createValue(Seed.NOT_STARTED));
    }

    private Row others(Rows rows, Row row) {
        return switch (row.type()) {
            case "AssetVersion" -> or(numbered(rows, row), "status_id", JSON.createValue(Seed.NOT_STARTED));
            case "ReviewSession" ->
                or(
                        or(row, "start_date", Values.dateTime(now)),
                        "end_date",
                        Values.dateTime(now.plus(Duration.ofDays(30))));
            default -> row;
        };
    }

    /** Versions of an asset count from one, in the order in which the server hears of them. */
    private static Row numbered(Rows rows, Row version) {
        if (rows.find(version.type(), version.key())
                        .filter(it -> it.value("version").isPresent())
                        .isPresent()
                || version.text("asset_id").isEmpty()) {
            return version;
        }
        var latest = rows.where(
                        "AssetVersion", "asset_id", version.text("asset_id").get())
                .mapToInt(Computed::number)
                .max();
        return version.with("version", JSON.createValue(latest.orElse(0) + 1));
    }

    private static Row or(Row row, String column, JsonValue value) {
        return row.value(column).isPresent() ? row : row.with(column, value);
    }
}
