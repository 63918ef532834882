package dev.rushlight.web.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gathers what changed and lets one page work it off, in one go, at most four times a second unless told
 * otherwise.
 *
 * <p>Accepting only notes the change; the page's work runs on a background thread that holds the page's lock.
 */
public final class Coalesced<T> implements Consumer<T> {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final UI ui;
    private final BackgroundWork background;
    private final Duration pause;
    private final Consumer<Set<T>> work;

    /** Guarded by this. */
    private Set<T> waiting = new LinkedHashSet<>();

    /** Guarded by this: from the moment a run is planned until its pause is over. */
    private boolean busy;

    public Coalesced(UI ui, BackgroundWork background, Consumer<Set<T>> work) {
        this(ui, background, PAUSE, work);
    }

    /** @param pause how long at least from one run to the next */
    public Coalesced(UI ui, BackgroundWork background, Duration pause, Consumer<Set<T>> work) {
        this.ui = ui;
        this.background = background;
        this.pause = pause;
        this.work = work;
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
            ui.access(() -> work.accept(changes));
            background.after(pause, this::deliver);
        } catch (UIDetachedException gone) {
            // The page was closed meanwhile: nobody looks any more, and busy stays set so that nothing is planned
            // again.
        }
    }
}
