package dev.rushlight.web.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Gathers what changed and lets one page work it off, in one go, at most four times a second unless told
 * otherwise. After work that took long it rests longer, so that whoever is at the page gets their turn however much news
 * there is.
 *
 * <p>Accepting only notes the change; the page's work runs on a background thread that holds the page's lock.
 */
public final class Coalesced<T> implements Consumer<T> {

    private static final Duration PAUSE = Duration.ofMillis(250);

    /** The share of its time that a page gives to news: a quarter. */
    private static final int RESTS_FOR_WORK = 3;

    private final UI ui;
    private final BackgroundWork background;
    private final Duration pause;
    private final Consumer<Set<T>> work;
    private final LongSupplier nanoseconds;

    /** Guarded by this. */
    private Set<T> waiting = new LinkedHashSet<>();

    /** Guarded by this: from the moment a run is planned until the pause after it is over. */
    private boolean busy;

    public Coalesced(UI ui, BackgroundWork background, Consumer<Set<T>> work) {
        this(ui, background, PAUSE, work);
    }

    /** @param pause how long at least from one run to the next */
    public Coalesced(UI ui, BackgroundWork background, Duration pause, Consumer<Set<T>> work) {
        this(ui, background, pause, work, System::nanoTime);
    }

    Coalesced(UI ui, BackgroundWork background, Duration pause, Consumer<Set<T>> work, LongSupplier nanoseconds) {
        this.ui = ui;
        this.background = background;
        this.pause = pause;
        this.work = work;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public void accept(T change) {
        synchronized (this) {
            waiting.add(change);
            if (busy) {
                return;
            }
            busy = true;
        }
        background.run(this::deliver);
    }

    private void deliver() {
        Set<T> changes;
        synchronized (this) {
            if (waiting.isEmpty()) {
                busy = false;
                return;
            }
            changes = waiting;
            waiting = new LinkedHashSet<>();
        }
        try {
            ui.access(() -> workOff(changes));
        } catch (UIDetachedException gone) {
            // The page was closed meanwhile: nobody looks any more, and busy stays set so that nothing is planned
            // again.
        }
    }

    /** Only then comes the pause: a page that is busy would else have run after run in front of it. */
    private void workOff(Set<T> changes) {
        var begun = nanoseconds.getAsLong();
        try {
            work.accept(changes);
        } finally {
            var rest = Duration.ofNanos(RESTS_FOR_WORK * (nanoseconds.getAsLong() - begun));
            background.after(rest.compareTo(pause) > 0 ? rest : pause, this::deliver);
        }
    }
}
