package dev.rushlight.hub.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The locations that every session knows without asking the server; their ids are the same on all servers. */
final class SessionLocations {

    private static final Map<String, String> FIXED = fixed();
    private static final String CENTRALIZED = "ftrack.centralized-storage";

    private final Entities entities;
    private final boolean known;
    private final SessionEvents events;
    private final Optional<JsonObject> scenario;

    /** @param schema of locations; a server without any, or with nameless ones, has none that are known */
    SessionLocations(
            Entities entities, Optional<JsonObject> schema, SessionEvents events, JsonObject serverInformation) {
        this.entities = entities;
        known = schema.map(it -> it.get("properties"))
                .filter(JsonObject.class::isInstance)
                .filter(properties -> properties.asJsonObject().keySet().containsAll(Set.of("id", "name")))
                .isPresent();
        this.events = events;
        scenario = scenario(serverInformation);
    }

    /** Makes the locations known, then tells subscribers of the storage scenario, if there is one, and of the locations. */
    void configure() {
        FIXED.forEach((name, id) -> know(id, name));
        scenario.filter(it -> text(it, "scenario").equals(CENTRALIZED))
                .flatMap(SessionLocations::data)
                .ifPresent(data -> know(text(data, "location_id"), text(data, "location_name")));
        scenario.ifPresent(events::activateStorage);
        events.configureLocations();
    }

    private void know(String id, String name) {
        if (known && !id.isBlank() && !name.isBlank()) {
            entities.known("Location", Map.of("id", id, "name", name));
        }
    }

    private static Optional<JsonObject> scenario(JsonObject serverInformation) {
        return serverInformation.get("storage_scenario") instanceof JsonObject scenario
                        && !text(scenario, "scenario").isBlank()
                ? Optional.of(scenario)
                : Optional.empty();
    }

    private static Optional<JsonObject> data(JsonObject scenario) {
        return scenario.get("data") instanceof JsonObject data ? Optional.of(data) : Optional.empty();
    }

    private static String text(JsonObject object, String key) {
        return object.get(key) instanceof JsonString text ? text.getString() : "";
    }

    private static Map<String, String> fixed() {
        var locations = new LinkedHashMap<String, String>();
        locations.put("ftrack.origin", "ce9b348f-8809-11e3-821c-20c9d081909b");
        locations.put("ftrack.unmanaged", "cb268ecc-8809-11e3-a7e2-20c9d081909b");
        locations.put("ftrack.review", "cd41be70-8809-11e3-b98a-20c9d081909b");
        locations.put("ftrack.server", "3a372bde-05bc-11e4-8908-20c9d081909b");
        return locations;
    }
}
