package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One entity type as clients see it, with what only the server knows of it: its columns and what it requires. */
final class Schema {

    /** What the server requires of a complete entity beyond its primary key. */
    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("Project", List.of("name", "full_name", "project_schema_id")),
            Map.entry("Task", List.of("name", "parent_id")),
            Map.entry("Shot", List.of("name", "parent_id")),
            Map.entry("User", List.of("username")),
            Map.entry("Asset", List.of("name", "context_id", "type_id")),
            Map.entry("AssetVersion", List.of("asset_id")),
            Map.entry("ComponentLocation", List.of("component_id", "location_id")),
            Map.entry("ReviewSession", List.of("name", "description", "project_id", "created_by_id")),
            Map.entry("ReviewSessionObject", List.of("name", "review_session_id", "version_id")),
            Map.entry("ReviewSessionObjectStatus", List.of("status", "review_session_object_id")),
            Map.entry("ReviewSessionInvitee", List.of("name", "email", "review_session_id")));

    private final JsonObject json;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();

    Schema(JsonObject json) {
        this.json = json;
        json.getJsonObject("properties")
                .forEach((name, property) ->
                        attributes.put(name, Attribute.of(json.getString("id"), name, property.asJsonObject())));
    }

    String id() {
        return json.getString("id");
    }

    List<String> primaryKey() {
        return texts("primary_key");
    }

    List<String> defaultProjections() {
        return texts("default_projections");
    }

    List<String> required() {
        return REQUIRED.getOrDefault(id(), List.of());
    }

    /** What clients cannot write, neither at creation nor later, because the server derives it. */
    boolean isComputed(String name) {
        return texts("computed").contains(name) || Computed.NAMES.contains(name);
    }

    boolean isImmutable(String name) {
        return texts("immutable").contains(name);
    }

    Map<String, Attribute> attributes() {
        return attributes;
    }

    Optional<Attribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    JsonObject property(String name) {
        return json.getJsonObject("properties").getJsonObject(name);
    }

    private List<String> texts(String key) {
        return json.getJsonArray(key).getValuesAs(JsonString::getString);
    }
}
