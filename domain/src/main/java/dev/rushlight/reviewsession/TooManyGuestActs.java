package dev.rushlight.reviewsession;

import java.time.Duration;

/** Too much came through one guest link at once; it is heard again after a pause. */
public final class TooManyGuestActs extends RuntimeException {

    private final Duration pause;

    public TooManyGuestActs(Duration pause) {
        super("Too much at once; try again in %d s".formatted(Math.max(1, pause.toSeconds())));
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
