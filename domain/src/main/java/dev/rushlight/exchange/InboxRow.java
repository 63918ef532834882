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
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event that was taken in, as it came, and the answer that it got. */
@Entity
@Table(schema = "review", name = "inbox")
class InboxRow {

    @Id
    @SequenceGenerator(name = "inbox_seq", schema = "review", sequenceName = "inbox_seq", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbox_seq")
    private long id;

    @Column(name = "connection_id")
    private UUID connection;

    @Column(name = "event_id")
    private String eventId;

    private String topic;

    @Column(name = "received_at")
    private Instant receivedAt;

    private @Nullable String submitter;

    @Column(name = "submission_key")
    private @Nullable String submissionKey;

    @Enumerated(EnumType.STRING)
    private InboxState state;

    private String receipt;
    private String raw;

    @SuppressWarnings("NullAway.Init")
    protected InboxRow() {} // for JPA

    InboxRow(Intake intake) {
        connection = intake.connection().value();
        eventId = intake.eventId();
        topic = intake.topic();
        receivedAt = intake.receivedAt();
        submitter = intake.submitter().orElse(null);
        submissionKey = intake.submissionKey().orElse(null);
        state = intake.state();
        receipt = intake.receipt();
        raw = intake.raw();
    }
}
