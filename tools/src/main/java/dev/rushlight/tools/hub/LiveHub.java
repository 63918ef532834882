package dev.rushlight.tools.hub;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.event.EventHub;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Connecting with one try, because whoever types a command wants to know at once that the address is wrong. */
final class LiveHub {

    private LiveHub() {}

    static EventHub hub(HubSettings settings) {
        return EventHub.builder(settings)
                .connectDeadline(settings.timeout())
                .publishDeadline(settings.timeout())
                .build();
    }

    /** Connects and returns once the hub is live; whatever else happens is a failure with the hub's words. */
    static void connect(EventHub hub, HubSettings settings) {
        hub.connect();
        var status = await(hub.firstSettled(), settings.timeout().plusSeconds(1), Exit.NOT_REACHED, "No connection");
        if (status.state() != HubState.LIVE) {
            throw failure(settings, status);
        }
    }

    /** Why a hub that is not live is not. */
    static CommandFailed failure(HubSettings settings, HubStatus status) {
        var why = status.detail().orElse("the connection is " + status.state());
        return status.state() == HubState.REFUSED
                ? new CommandFailed(
                        Exit.REFUSED,
                        "%s refuses %s: %s"
                                .formatted(
                                        settings.server(),
                                        settings.credentials().user(),
                                        why))
                : new CommandFailed(Exit.NOT_REACHED, "No connection to %s: %s".formatted(settings.server(), why));
    }

    /** Fails unless the hub took what was sent. */
    static void requireAcknowledged(Delivery delivery) {
        switch (delivery.result()) {
            case ACKNOWLEDGED -> {}
            case REFUSED -> throw new CommandFailed(Exit.REFUSED, "The hub refuses it: " + delivery.detail());
            case UNCONFIRMED ->
                throw new CommandFailed(Exit.NO_ANSWER, "The hub did not confirm it: " + delivery.detail());
        }
    }

    /** Waits at most so long; exceptions of the stage come as they are. */
    static <T> T await(CompletionStage<T> stage, Duration longest, Exit late, String what) {
        try {
            return stage.toCompletableFuture().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CommandFailed(late, "%s within %s".formatted(what, Seconds.text(longest)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(Exit.NO_ANSWER, what + ": interrupted");
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        }
    }

    static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
