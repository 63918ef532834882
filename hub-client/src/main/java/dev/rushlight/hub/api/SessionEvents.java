package dev.rushlight.hub.api;

import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;

/** What a session tells its own subscribers, plugins above all; none of it reaches the server. */
final class SessionEvents {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final EventHub hub;

    SessionEvents(EventHub hub) {
        this.hub = hub;
    }

    void ready() {
        tell("ftrack.api.session.ready", JsonValue.EMPTY_JSON_OBJECT);
    }

    void reset() {
        tell("ftrack.api.session.reset", JsonValue.EMPTY_JSON_OBJECT);
    }

    void configureLocations() {
        tell("ftrack.api.session.configure-location", JsonValue.EMPTY_JSON_OBJECT);
    }

    void activateStorage(JsonObject scenario) {
        tell(
                "ftrack.storage-scenario.activate",
                JSON.createObjectBuilder().add("storage_scenario", scenario).build());
    }

    /**
     * Lets subscribers replace schemas, one answer for each at most.
     *
     * @throws IllegalStateException if several answer for one type, or not with its schema
     */
    JsonArray construct(JsonArray schemas) {
        var constructed = JSON.createArrayBuilder();
        schemas.forEach(schema -> constructed.add(construct(schema, schemas)));
        return constructed.build();
    }

    private JsonValue construct(JsonValue schema, JsonArray schemas) {
        var data = JSON.createObjectBuilder()
                .add("schema", schema)
                .add("schemas", schemas)
                .build();
        var answers = tell("ftrack.api.session.construct-entity-type", data).stream()
                .filter(answer -> answer.getValueType() != JsonValue.ValueType.NULL)
                .toList();
        if (answers.isEmpty()) {
            return schema;
        }
        if (answers.size() > 1) {
            throw new IllegalStateException(
                    "%s subscribers construct the entity type %s".formatted(answers.size(), id(schema)));
        }
        var answer = answers.get(0);
        if (answer.getValueType() != JsonValue.ValueType.OBJECT || !id(answer).equals(id(schema))) {
            throw new IllegalStateException(
                    "What was constructed for the entity type %s is not a schema of it".formatted(id(schema)));
        }
        return answer;
    }

    private List<JsonValue> tell(String topic, JsonObject data) {
        return hub.publishLocally(Event.of(topic, data));
    }

    private static String id(JsonValue schema) {
        return schema instanceof JsonObject object && object.get("id") instanceof JsonString id ? id.getString() : "";
    }
}
