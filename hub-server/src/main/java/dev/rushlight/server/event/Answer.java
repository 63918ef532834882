package dev.rushlight.server.event;

import jakarta.json.spi.JsonProvider;

/**
 * What the hub acknowledges an event with: taken, or why not.
 *
 * @param arguments the acknowledgement's arguments as JSON: exactly one object, for with anything else the Python client
 *     stops reading
 */
record Answer(String arguments) {
    // Json.create… looks its provider up at every call.
    private static final JsonProvider JSON = JsonProvider.provider();

    static final Answer TAKEN = new Answer("[{\"success\":true}]");

    static Answer refused(String why) {
        var answer = JSON.createObjectBuilder().add("success", false).add("message", why);
        return new Answer("[" + answer.build() + "]");
    }
}
