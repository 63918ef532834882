package dev.rushlight.web.testing;

import dev.rushlight.web.live.BackgroundWork;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Background work that happens when the test says so. */
public final class ByHand extends BackgroundWork {

    private final Deque<Runnable> now = new ArrayDeque<>();
    private final Deque<Runnable> later = new ArrayDeque<>();

    /** The pause that was asked for last. */
    public Duration pause = Duration.ZERO;

    @Override
    public void run(Runnable work) {
        now.add(work);
    }

    @Override
    public void after(Duration pause, Runnable work) {
        this.pause = pause;
        later.add(work);
    }

    /** Does what was to be done at once. */
    public int work() {
        var done = 0;
        for (; !now.isEmpty(); done++) {
            now.remove().run();
        }
        return done;
    }

    /** Lets the pauses be over that have begun so far. */
    public void wake() {
        now.addAll(later);
        later.clear();
        work();
    }
}
