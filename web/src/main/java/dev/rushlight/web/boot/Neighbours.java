package dev.rushlight.web.boot;

import dev.rushlight.connection.ConnectionChanged;
import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.connection.ConnectionSummary;
import dev.rushlight.exchange.InboxChanged;
import dev.rushlight.exchange.OutboxChanged;
import dev.rushlight.feedback.NotesChanged;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.installation.NewsWire;
import dev.rushlight.review.ReviewItemChanged;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.reviewsession.GuestLinkRevoked;
import dev.rushlight.reviewsession.ReviewSessionChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;

/**
 * The other servers on this database: they are told what changed here, and what they tell is announced here as if it had
 * happened here, so that open pages and relays need not know where. An embedded database has no neighbours.
 */
@ApplicationScoped
public class Neighbours implements NewsWire.Listener {

    /** More changed items than that, and pages that show older ones wait until these change again. */
    private static final int MOST_MISSED = 1_000;

    private final ConnectionDesk connections;
    private final ReviewItems items;
    private final Event<Object> changes;
    private final Clock clock;

    /** Set on the thread that announces what a neighbour told, which is nothing to tell in turn. */
    private final ThreadLocal<Boolean> repeating = ThreadLocal.withInitial(() -> false);

    private volatile Optional<NewsWire> wire = Optional.empty();

    @Inject
    public Neighbours(ConnectionDesk connections, ReviewItems items, Event<Object> changes, Clock clock) {
        this.connections = connections;
        this.items = items;
        this.changes = changes;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Neighbours() { // for CDI
        this(null, null, null, null);
    }

    void meet(DatabaseSettings database, ThreadFactory threads) {
        if (!database.isEmbedded()) {
            wire = Optional.of(new NewsWire(new InstallationDataSource(database), this, clock, threads));
        }
    }

    void leave() {
        wire.ifPresent(NewsWire::close);
    }

    @Override
    public void heard(String word) {
        Word.read(word).ifPresent(this::announce);
    }

    /** Everything that may be different since then is announced once. */
    @Override
    public void missedSince(Instant moment) {
        items.touchedSince(moment, MOST_MISSED).stream()
                .map(ReviewItemChanged::new)
                .forEach(this::announce);
        connections.all().stream().map(ConnectionSummary::id).forEach(id -> {
            announce(new ConnectionChanged(id));
            announce(new InboxChanged(id));
            announce(new OutboxChanged(id));
        });
    }

    private void announce(Object change) {
        repeating.set(true);
        try {
            changes.fire(change);
        } finally {
            repeating.remove();
        }
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReviewItemChanged change) {
        tell(Word.ITEM, change.id().value());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) NotesChanged change) {
        tell(Word.NOTES, change.item().value());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReviewSessionChanged change) {
        tell(Word.REVIEW_SESSION, change.id().value());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) GuestLinkRevoked change) {
        tell(Word.GUEST_LINK, change.id().value());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConnectionChanged change) {
        tell(Word.CONNECTION, change.id().value());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) InboxChanged change) {
        tell(Word.INBOX, change.id().value());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxChanged change) {
        tell(Word.OUTBOX, change.id().value());
    }

    private void tell(Word word, UUID id) {
        if (!repeating.get()) {
            wire.ifPresent(open -> open.tell(word.about(id)));
        }
    }
}
