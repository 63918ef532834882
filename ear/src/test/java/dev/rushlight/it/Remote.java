package dev.rushlight.it;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Another Rushlight whose hub the studio is connected to, as it would be to an ftrack server. Its admin was made by the
 * command line, beside the running server.
 */
final class Remote implements AutoCloseable {
    /** Long enough to be killed in. */
    static final Duration UNDO_GRACE = Duration.ofSeconds(20);

    private final Rushlight rushlight =
            Rushlight.named("remote", Map.of("RUSHLIGHT_UNDO_GRACE", UNDO_GRACE.toSeconds() + "s"));
    private Optional<URI> setUpLink = Optional.empty();

    private Remote() {
        rushlight.startInBackground();
    }

    static Remote startInBackground() {
        return new Remote();
    }

    /** Returns once it is ready and has its admin. */
    Remote await() {
        if (setUpLink.isEmpty()) {
            rushlight.awaitReady();
            setUpLink = Optional.of(rushlight.awaitSetUpLink());
            rushlight.createAdmin(Studio.ADMIN, Studio.PASSWORD);
        }
        return this;
    }

    Rushlight rushlight() {
        return rushlight;
    }

    /** The link that its first start printed, before there was an admin. */
    URI setUpLink() {
        return setUpLink.orElseThrow();
    }

    @Override
    public void close() {
        rushlight.close();
    }
}
