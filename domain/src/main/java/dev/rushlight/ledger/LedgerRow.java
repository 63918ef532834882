package dev.rushlight.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry of the ledger; it never changes again. */
@Entity
@Table(schema = "review", name = "ledger_entry")
class LedgerRow {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ROLE = 40;

    @Id
    @SequenceGenerator(name = "ledger_seq", schema = "review", sequenceName = "ledger_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_seq")
    private long id;

    private UUID line;
    private long number;

    @Column(name = "written_at")
    private Instant at;

    // A name and no constant: an entry must be readable whatever was done to it.
    private String act;

    @Column(name = "actor_id")
    private UUID actor;

    @Column(name = "actor_username")
    private String username;

    @Column(name = "actor_display_name")
    private String displayName;

    @Column(name = "actor_role")
    private String role;

    private @Nullable String reason;

    @Column(name = "before_json")
    private String before;

    @Column(name = "after_json")
    private String after;

    @Column(name = "cause_event_id")
    private @Nullable String causeEventId;

    @Column(name = "previous_hash")
    private String previousHash;

    private String hash;

    @SuppressWarnings("NullAway.Init")
    protected LedgerRow() {} // for JPA

    LedgerRow(LedgerEntry entry, Instant now) {
        this.line = entry.line();
        this.at = now.truncatedTo(ChronoUnit.MICROS);
        this.act = entry.act().name();
        this.actor = entry.author().id();
        this.username = Kept.text(entry.author().username(), LONGEST_NAME);
        this.displayName = Kept.text(entry.author().displayName(), LONGEST_NAME);
        this.role = Kept.text(entry.author().role(), LONGEST_ROLE);
        this.reason = entry.reason().map(Kept::text).orElse(null);
        this.before = Kept.text(entry.before().toString());
        this.after = Kept.text(entry.after().toString());
        this.causeEventId = entry.causeEventId()
                .map(cause -> Kept.text(cause, LONGEST_NAME))
                .orElse(null);
        this.previousHash = Sha256.NOTHING;
        this.hash = Sha256.NOTHING;
    }

    /** Takes its place in the line; its id must be known by now. */
    String follow(long place, String previous) {
        number = place;
        previousHash = previous;
        hash = written().computedHash();
        return hash;
    }

    private WrittenEntry written() {
        return new WrittenEntry(
                id,
                line,
                number,
                at,
                act,
                new Author(actor, username, displayName, role),
                Optional.ofNullable(reason),
                before,
                after,
                Optional.ofNullable(causeEventId),
                previousHash,
                hash);
    }
}
