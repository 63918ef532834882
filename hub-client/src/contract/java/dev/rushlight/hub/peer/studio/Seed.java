package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What every studio has before anybody works in it: locations, statuses, types and one way to set up projects. */
final class Seed {

    static final String NOT_STARTED = id("Status Not started");

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String WORKFLOW = id("WorkflowSchema");
    private static final String TYPES = id("TaskTypeSchema");

    private static final Map<String, String> LOCATIONS = Map.of(
            "ftrack.origin", "ce9b348f-8809-11e3-821c-20c9d081909b",
            "ftrack.unmanaged", "cb268ecc-8809-11e3-a7e2-20c9d081909b",
            "ftrack.review", "cd41be70-8809-11e3-b98a-20c9d081909b",
            "ftrack.connect", "07b82a97-8cf9-11e3-9383-20c9d081909b",
            "ftrack.server", "3a372bde-05bc-11e4-8908-20c9d081909b");

    private final Rows rows;

    private Seed(Rows rows) {
        this.rows = rows;
    }

    static void into(Rows rows) {
        var seed = new Seed(rows);
        LOCATIONS.forEach((name, id) -> seed.put("Location", Map.of("id", id, "name", name, "label", name)));
        seed.workflow();
        for (var name : List.of("Upload", "Geometry", "Render")) {
            seed.put("AssetType", Map.of("name", name, "short", name.toLowerCase(Locale.ROOT)));
        }
        seed.put(
                "ProjectSchema",
                Map.of(
                        "name", "VFX",
                        "task_workflow_schema_id", WORKFLOW,
                        "asset_version_workflow_schema_id", WORKFLOW,
                        "task_type_schema_id", TYPES));
    }

    static Row user(String name) {
        return row("User", Map.of("id", id("User " + name), "username", name, "resource_type", "user"))
                .with("is_active", JsonValue.TRUE);
    }

    private void workflow() {
        var statuses = JSON.createArrayBuilder();
        status(statuses, "Not started", "NOT_STARTED");
        status(statuses, "In progress", "IN_PROGRESS");
        status(statuses, "On hold", "BLOCKED");
        status(statuses, "Approved", "DONE");
        rows.put(row("WorkflowSchema", Map.of("id", WORKFLOW, "name", "VFX")).with("statuses", statuses.build()));
        var types = JSON.createArrayBuilder();
        for (var name : List.of("Animation", "Compositing", "Lighting")) {
            put("Type", Map.of("name", name, "color", "#510100"));
            types.add(id("Type " + name));
        }
        rows.put(row("TaskTypeSchema", Map.of("id", TYPES, "name", "VFX")).with("types", types.build()));
    }

    private void status(JsonArrayBuilder statuses, String name, String state) {
        put("State", Map.of("name", state, "short", state));
        put("Status", Map.of("name", name, "color", "#8000ff", "state_id", id("State " + state)));
        statuses.add(id("Status " + name));
    }

    private void put(String type, Map<String, String> texts) {
        rows.put(row(type, texts));
    }

    private static Row row(String type, Map<String, String> texts) {
        var columns = new LinkedHashMap<String, JsonValue>();
        texts.forEach((name, text) -> columns.put(name, JSON.createValue(text)));
        var id = texts.getOrDefault("id", id(type + " " + texts.get("name")));
        columns.put("id", JSON.createValue(id));
        return new Row(type, List.of(id), columns);
    }

    /** The same id in every studio. */
    private static String id(String what) {
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
