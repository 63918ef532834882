package dev.rushlight.web.bridge;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.hub.event.Event;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.UUID;

/** By which an installation knows its own events again, through whatever hubs and relays they come back to it. */
record OwnMark(UUID installation) {
    static final String ORIGIN = "origin";

    private static final String INSTALLATION = "installation";

    /** The mark as it is written into the data of an event. */
    JsonObject on(ConnectionId connection) {
        return Json.createObjectBuilder()
                .add("connectionId", connection.value().toString())
                .add(INSTALLATION, installation.toString())
                .build();
    }

    boolean isOn(Event event) {
        return event.data() instanceof JsonObject data
                && data.get(ORIGIN) instanceof JsonObject origin
                && origin.get(INSTALLATION) instanceof JsonString written
                && written.getString().equalsIgnoreCase(installation.toString());
    }
}
