package dev.rushlight.server.api;

import dev.rushlight.hub.PythonJson;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/** What the hub says of itself when a client constructs its session. */
final class ServerInformation {
    /** The version of the API that the hub speaks; clients refuse to work with anything older than 3.3.11. */
    private static final String VERSION = "4.14.0";

    private ServerInformation() {}

    static JsonObject of(JsonArray schemas) {
        return Json.createObjectBuilder()
                .add("version", VERSION)
                .add("schema_hash", PythonJson.md5(schemas))
                .addNull("storage_scenario")
                .add("is_timezone_support_enabled", true)
                .build();
    }
}
