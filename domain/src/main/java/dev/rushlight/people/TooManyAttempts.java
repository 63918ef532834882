package dev.rushlight.people;

import java.time.Duration;

/** Too many failed attempts on one account from one address: the next one is heard only after a pause. */
public final class TooManyAttempts extends RuntimeException {

    private final Duration pause;

    public TooManyAttempts(Duration pause) {
        super("Too many attempts; try again in %d s".formatted(Math.max(1, pause.toSeconds())));
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
