package dev.rushlight.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One owed event and how far it has come; it moves only as {@link OutboxState} allows. */
@Entity
@Table(schema = "review", name = "outbox")
class OutboxRow {

    static final int MOST_ATTEMPTS = 20;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final int LONGEST_ERROR = 1000;

    @Id
    @SequenceGenerator(name = "outbox_seq", schema = "review", sequenceName = "outbox_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_seq")
    private long id;

    @Column(name = "connection_id")
    private UUID connection;

    @Column(name = "line_id")
    private UUID line;

    @Column(name = "event_id")
    private String eventId;

    @Enumerated(EnumType.STRING)
    private OwedKind kind;

    @Column(name = "subject_id")
    private UUID subject;

    private @Nullable String target;

    @Column(name = "in_reply_to")
    private @Nullable String inReplyTo;

    private @Nullable String payload;

    @Enumerated(EnumType.STRING)
    private OutboxState state;

    private int attempts;

    /** Says again what the state says, for the index. */
    private boolean owed;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "last_error")
    private @Nullable String lastError;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @SuppressWarnings("NullAway.Init")
    protected OutboxRow() {} // for JPA

    private OutboxRow(
            ConnectionId connection,
            OwedKind kind,
            UUID line,
            UUID subject,
            OutboxState state,
            Instant notBefore,
            Instant now) {
        this.connection = connection.value();
        this.kind = kind;
        this.line = line;
        this.subject = subject;
        this.eventId = kind.eventId(subject);
        this.state = state;
        this.owed = state.isOwed();
        this.notBefore = notBefore;
        this.createdAt = now;
    }

    /** The event's id follows from what it tells of: whoever tells it again tells it under the same id. */
    static OutboxRow telling(
            ConnectionId connection, OwedKind kind, UUID line, UUID subject, Duration grace, Instant now) {
        var state = grace.isZero() ? OutboxState.READY : OutboxState.HELD;
        return new OutboxRow(connection, kind, line, subject, state, now.plus(grace), now);
    }

    /** A receipt is a line of its own: it waits for nothing. */
    static OutboxRow receipt(ConnectionId connection, String target, String inReplyTo, String payload, Instant now) {
        var own = UUID.randomUUID();
        var row = new OutboxRow(connection, OwedKind.RECEIPT, own, own, OutboxState.READY, now, now);
        row.target = Stored.text(target, 200);
        row.inReplyTo = Stored.text(inReplyTo, 200);
        row.payload = payload;
        return row;
    }

    void acknowledged(Instant now) {
        moveTo(OutboxState.ACKNOWLEDGED);
        settledAt = now;
        lastError = null;
    }

    /** Waits longer after every failure, and gives up after the last attempt. */
    void failed(String error, Instant now) {
        lastError = Stored.text(error, LONGEST_ERROR);
        if (attempts >= MOST_ATTEMPTS) {
            moveTo(OutboxState.DEAD);
            settledAt = now;
            return;
        }
        moveTo(OutboxState.READY);
        notBefore = now.plus(delayAfter(attempts));
    }

    static Duration delayAfter(int attempts) {
        var doublings = Math.min(Math.max(attempts - 1, 0), 20);
        var delay = FIRST_DELAY.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }

    void cancel(Instant now) {
        moveTo(OutboxState.CANCELLED);
        settledAt = now;
    }

    void resend(Instant now) {
        if (state != OutboxState.DEAD) {
            throw new IllegalStateException("Only a dead event is sent again, and this one is " + state);
        }
        moveTo(OutboxState.READY);
        attempts = 0;
        notBefore = now;
        settledAt = null;
    }

    private void moveTo(OutboxState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("An owed event cannot go from %s to %s".formatted(state, next));
        }
        state = next;
        owed = next.isOwed();
    }

    /** Whether the undo grace is still running. */
    boolean isHeld(Instant now) {
        return state == OutboxState.HELD && now.isBefore(notBefore);
    }

    long id() {
        return id;
    }

    OutboxState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    ConnectionId connection() {
        return new ConnectionId(connection);
    }

    UUID subject() {
        return subject;
    }

    /** The line that an observer may want to look at again; nobody looks at receipts. */
    Optional<UUID> line() {
        return kind == OwedKind.RECEIPT ? Optional.empty() : Optional.of(line);
    }

    OwedEvent asOwed(int attempt) {
        return new OwedEvent(
                id,
                connection(),
                eventId,
                kind,
                kind == OwedKind.RECEIPT ? Optional.empty() : Optional.of(subject),
                Optional.ofNullable(target),
                Optional.ofNullable(inReplyTo),
                Optional.ofNullable(payload),
                attempt);
    }

    Standing standing() {
        return new Standing(state, attempts, Optional.ofNullable(lastError), notBefore, Optional.ofNullable(settledAt));
    }
}
