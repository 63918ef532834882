package dev.rushlight.it;

import dev.rushlight.review.ReviewItemChanged;
import dev.rushlight.review.ReviewItemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.List;

/** Listens inside the container as the open pages do, apart for each thread: the relay at work is no concern of a test. */
@ApplicationScoped
public class HeardChanges {
    private final ThreadLocal<List<ReviewItemId>> changes = ThreadLocal.withInitial(ArrayList::new);

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReviewItemChanged change) {
        changes.get().add(change.id());
    }

    /** What this thread announced since the last {@link #forget()}. */
    public List<ReviewItemId> changes() {
        return List.copyOf(changes.get());
    }

    public void forget() {
        changes.remove();
    }
}
