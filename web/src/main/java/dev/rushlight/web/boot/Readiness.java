package dev.rushlight.web.boot;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the start is over: pages answer, and the embedded hub's submissions are heard. */
@ApplicationScoped
public class Readiness {
    private volatile boolean reached;

    boolean isReached() {
        return reached;
    }

    void reach() {
        reached = true;
    }

    void lose() {
        reached = false;
    }
}
