package dev.rushlight.web.live;

import dev.rushlight.connection.ConnectionChanged;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.InboxChanged;
import dev.rushlight.exchange.OutboxChanged;
import dev.rushlight.review.ReviewItemChanged;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.ReviewSessionChanged;
import dev.rushlight.reviewsession.ReviewSessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Where open pages register for what they show.
 *
 * <p>Listeners are called on the thread that made the change, after its commit, and must return at once: a page hands
 * over a {@link Coalesced}, which does the work elsewhere. Every registration returns the action that ends it.
 */
@ApplicationScoped
public class LiveViews {

    private final List<Consumer<ReviewItemId>> reviewItems = new CopyOnWriteArrayList<>();
    private final List<Consumer<ReviewSessionId>> reviewSessions = new CopyOnWriteArrayList<>();
    private final List<Consumer<ConnectionId>> connections = new CopyOnWriteArrayList<>();
    private final List<Consumer<ConnectionId>> exchanges = new CopyOnWriteArrayList<>();

    /** Something about a review item changed. */
    public Runnable onReviewItem(Consumer<ReviewItemId> listener) {
        return register(reviewItems, listener);
    }

    /** Something about a review session changed. */
    public Runnable onReviewSession(Consumer<ReviewSessionId> listener) {
        return register(reviewSessions, listener);
    }

    /** A connection was saved or deleted, or its hub's state changed. */
    public Runnable onConnection(Consumer<ConnectionId> listener) {
        return register(connections, listener);
    }

    /** Something was taken in from a connection, or what is owed to it changed. */
    public Runnable onExchange(Consumer<ConnectionId> listener) {
        return register(exchanges, listener);
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReviewItemChanged change) {
        reviewItems.forEach(listener -> listener.accept(change.id()));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReviewSessionChanged change) {
        reviewSessions.forEach(listener -> listener.accept(change.id()));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConnectionChanged change) {
        connections.forEach(listener -> listener.accept(change.id()));
    }

    void on(@ObservesAsync ConnectionStateChanged change) {
        connections.forEach(listener -> listener.accept(change.id()));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) InboxChanged change) {
        exchanges.forEach(listener -> listener.accept(change.id()));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxChanged change) {
        exchanges.forEach(listener -> listener.accept(change.id()));
    }

    private static <T> Runnable register(List<Consumer<T>> listeners, Consumer<T> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
