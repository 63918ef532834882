package dev.rushlight.web.bridge;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.event.Event;
import java.util.concurrent.CompletionStage;

/** The way out to one hub. */
interface Outlet {
    boolean isLive();

    /** Publishes and tells what became of it, within a bounded time; never throws for the network. */
    CompletionStage<Delivery> publish(Event event);
}
