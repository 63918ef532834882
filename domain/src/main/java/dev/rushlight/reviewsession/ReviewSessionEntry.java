package dev.rushlight.reviewsession;

import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One review item's entry in a review session: where it stands, and whether with one version or always with the newest.
 */
@Entity
@Table(schema = "review", name = "review_session_entry")
class ReviewSessionEntry {

    @Id
    private UUID id;

    @Column(name = "session_id")
    private UUID reviewSession;

    @Column(name = "item_id")
    private UUID item;

    private long place;

    @Column(name = "pinned_version")
    private @Nullable Integer pinnedVersion;

    @Column(name = "added_by")
    private UUID addedBy;

    @Column(name = "added_at")
    private Instant addedAt;

    @SuppressWarnings("NullAway.Init")
    protected ReviewSessionEntry() {} // for JPA

    ReviewSessionEntry(ReviewSessionId reviewSession, ReviewItemId item, long place, Identity addedBy, Instant now) {
        this.id = UUID.randomUUID();
        this.reviewSession = reviewSession.value();
        this.item = item.value();
        this.place = place;
        this.addedBy = addedBy.id().value();
        this.addedAt = now;
    }

    void moveTo(long newPlace) {
        place = newPlace;
    }

    void pin(int version) {
        pinnedVersion = version;
    }

    void keepLatest() {
        pinnedVersion = null;
    }

    ReviewItemId item() {
        return new ReviewItemId(item);
    }

    long place() {
        return place;
    }

    boolean isPinned() {
        return pinnedVersion != null;
    }

    OptionalInt pinnedVersion() {
        return pinnedVersion == null ? OptionalInt.empty() : OptionalInt.of(pinnedVersion);
    }
}
