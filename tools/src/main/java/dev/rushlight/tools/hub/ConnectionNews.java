package dev.rushlight.tools.hub;

import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.HubListener;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Tells what becomes of a listener's connection, and ends the listening when it will not come back. */
final class ConnectionNews implements HubListener {

    private final HubSettings settings;
    private final ZoneId zone;
    private final Diagnostics diagnostics;
    private final boolean quiet;
    private final CompletableFuture<Exit> ended;
    private final AtomicLong missed = new AtomicLong();

    // Confined to the hub's news, which come one at a time.
    private boolean wasLive;

    ConnectionNews(
            HubSettings settings, ZoneId zone, Diagnostics diagnostics, boolean quiet, CompletableFuture<Exit> ended) {
        this.settings = settings;
        this.zone = zone;
        this.diagnostics = diagnostics;
        this.quiet = quiet;
        this.ended = ended;
    }

    @Override
    public void moved(HubStatus status) {
        switch (status.state()) {
            case LIVE -> {
                say(wasLive ? "connected again" : "listening at %s; Ctrl-C ends it".formatted(settings.server()));
                wasLive = true;
            }
            case WAITING -> waiting(status);
            case REFUSED -> ended.completeExceptionally(LiveHub.failure(settings, status));
            case IDLE, CONNECTING, CLOSED -> {}
        }
    }

    @Override
    public void missed(Event event, long soFar) {
        missed.set(soFar);
    }

    /** Said also to those who want no news: what was printed is not all that was sent. */
    void sumUp() {
        if (missed.get() > 0) {
            diagnostics.say("%s events came faster than they were read, and are missing".formatted(missed));
        }
    }

    /** A first try that fails is the command's failure, and no news. */
    private void waiting(HubStatus status) {
        if (wasLive) {
            say("no connection, trying again at %s: %s"
                    .formatted(
                            status.nextTry().map(this::clockTime).orElse("once"),
                            status.detail().orElse("it was lost")));
        }
    }

    private String clockTime(Instant instant) {
        return LocalTime.ofInstant(instant, zone)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private void say(String message) {
        if (!quiet) {
            diagnostics.say(message);
        }
    }
}
