package dev.rushlight.hub.event;

import dev.rushlight.hub.HubSettings;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;

/** Who publishes: fills in what the source of an event lacks. */
final class OwnSource {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonObject usual;

    OwnSource(String hubId, HubSettings settings) {
        var builder = JSON.createObjectBuilder();
        builder.add("id", hubId);
        builder.add(
                "user",
                JSON.createObjectBuilder()
                        .add("username", settings.credentials().user()));
        LocalHost.name().ifPresent(host -> builder.add("host", host));
        builder.add("applicationId", settings.applicationId());
        usual = builder.build();
    }

    /** The event with a complete source; what its own says wins. */
    Event complete(Event event) {
        if (event.source().isEmpty()) {
            return event.withSource(usual);
        }
        var builder = JSON.createObjectBuilder(usual);
        event.source().forEach(builder::add);
        return event.withSource(builder.build());
    }
}
