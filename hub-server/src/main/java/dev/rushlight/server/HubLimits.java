package dev.rushlight.server;

import dev.rushlight.server.api.ApiLimits;
import dev.rushlight.server.event.EventLimits;

/** How much the hub takes from anybody before it refuses or cuts. */
public record HubLimits(EventLimits events, ApiLimits api) {
    /** The limits that the product ships with. */
    public static HubLimits standard() {
        return new HubLimits(EventLimits.standard(), ApiLimits.standard());
    }
}
