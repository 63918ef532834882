package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonObject;
import java.util.Map;

/**
 * An attribute and where the server keeps it.
 *
 * @param target the type that a reference or collection leads to; empty for columns
 * @param column a reference's own column with the key, or the column of a collection's members that holds the owner's;
 *     empty for collections that the owner keeps as a list
 */
record Attribute(String name, Kind kind, String target, String column) {

    enum Kind {
        COLUMN,
        REFERENCE,
        COLLECTION
    }

    private static final Map<String, String> REFERENCE_COLUMNS = Map.of(
            "author", "user_id",
            "asset_version", "version_id",
            "Asset.parent", "context_id",
            "invitee", "review_session_invitee_id",
            "task_status", "status_id",
            "task_type", "type_id",
            "_task_workflow", "task_workflow_schema_id",
            "_version_workflow", "asset_version_workflow_schema_id",
            "_task_type_schema", "task_type_schema_id");

    private static final Map<String, String> MEMBER_COLUMNS = Map.ofEntries(
            Map.entry("location_components", "location_id"),
            Map.entry("component_locations", "component_id"),
            Map.entry("metadata", "parent_id"),
            Map.entry("members", "container_id"),
            Map.entry("children", "parent_id"),
            Map.entry("assets", "context_id"),
            Map.entry("notes", "parent_id"),
            Map.entry("review_sessions", "project_id"),
            Map.entry("versions", "asset_id"),
            Map.entry("components", "version_id"),
            Map.entry("replies", "in_reply_to_id"),
            Map.entry("note_components", "note_id"),
            Map.entry("recipients", "note_id"),
            Map.entry("job_components", "job_id"),
            Map.entry("_overrides", "project_schema_id"),
            Map.entry("_schemas", "project_schema_id"),
            Map.entry("AssetVersion.review_session_objects", "version_id"),
            Map.entry("review_session_objects", "review_session_id"),
            Map.entry("review_session_invitees", "review_session_id"),
            Map.entry("Schema.statuses", "schema_id"),
            Map.entry("Schema.types", "schema_id"),
            Map.entry("ReviewSessionObject.statuses", "review_session_object_id"),
            Map.entry("ReviewSessionInvitee.statuses", "review_session_invitee_id"));

    static Attribute of(String type, String name, JsonObject property) {
        var qualified = type + "." + name;
        if (property.containsKey("$ref")) {
            var column = REFERENCE_COLUMNS.getOrDefault(qualified, REFERENCE_COLUMNS.getOrDefault(name, name + "_id"));
            return new Attribute(name, Kind.REFERENCE, property.getString("$ref"), column);
        }
        if (property.containsKey("items")) {
            var column = MEMBER_COLUMNS.getOrDefault(qualified, MEMBER_COLUMNS.getOrDefault(name, ""));
            return new Attribute(
                    name, Kind.COLLECTION, property.getJsonObject("items").getString("$ref"), column);
        }
        return new Attribute(name, Kind.COLUMN, "", name);
    }

    /** Whether the owner keeps the list of its members, which may belong to other lists too. */
    boolean isKeptByOwner() {
        return kind == Kind.COLLECTION && column.isEmpty();
    }
}
