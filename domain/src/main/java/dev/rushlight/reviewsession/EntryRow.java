package dev.rushlight.reviewsession;

import dev.rushlight.people.PersonId;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Content;
import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.VersionClosed;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VersionId;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** An entry as one query reads it: with its line and the version that it shows. */
record EntryRow(
        ReviewItemId item,
        long place,
        OptionalInt pinnedVersion,
        int currentVersion,
        VersionId shown,
        int version,
        String name,
        String project,
        Kind kind,
        Outcome outcome,
        String submitter,
        Instant submittedAt,
        Optional<URI> currentPoster) {

    /** Guests are not told the accounts of those who submit. */
    private static final String NO_NAME_FOR_GUESTS = "";

    /** What a query has to select, so that {@link #read} can read it. */
    static final String COLUMNS =
            "e.item, e.place, e.pinnedVersion, i.currentVersion, v.id, v.number, v.name, i.project,"
                    + " i.kind, v.outcome, v.submitter, v.submittedAt, i.posterUrl";

    /** Reads the columns, which begin with the given one of the row. */
    static EntryRow read(Object[] row, int first) {
        var pinned = (Integer) row[first + 2];
        return new EntryRow(
                new ReviewItemId((UUID) row[first]),
                (long) row[first + 1],
                pinned == null ? OptionalInt.empty() : OptionalInt.of(pinned),
                (int) row[first + 3],
                new VersionId((UUID) row[first + 4]),
                (int) row[first + 5],
                (String) row[first + 6],
                (String) row[first + 7],
                (Kind) row[first + 8],
                (Outcome) row[first + 9],
                (String) row[first + 10],
                (Instant) row[first + 11],
                Optional.ofNullable((String) row[first + 12]).map(URI::create));
    }

    /** The line's picture is that of its newest version; an older version must not show it. */
    private Optional<URI> poster() {
        return isOutdated() ? Optional.empty() : currentPoster;
    }

    private boolean isOutdated() {
        return version < currentVersion;
    }

    boolean takesVotes() {
        return !isOutdated() && !outcome.isClosed();
    }

    /** A guest who names another version than the shown one is told only what is a guest's business. */
    void requireShown(int versionSeen) {
        if (versionSeen == version) {
            return;
        }
        if (pinnedVersion.isPresent()) {
            throw new LinkLeadsNowhere();
        }
        throw new StaleVersion(versionSeen, currentVersion, name, NO_NAME_FOR_GUESTS, submittedAt);
    }

    void requireTakesVotes() {
        if (!takesVotes()) {
            throw new VersionClosed(version, isOutdated() ? Outcome.SUPERSEDED : outcome);
        }
    }

    EntrySummary summary(Map<VersionId, Choice> ownVotes, int spacing) {
        return new EntrySummary(
                item,
                project,
                kind,
                pinnedVersion.isPresent() ? Keeping.PINNED : Keeping.KEEP_LATEST,
                version,
                isOutdated() ? OptionalInt.of(currentVersion) : OptionalInt.empty(),
                name,
                outcome,
                submitter,
                submittedAt,
                poster(),
                Optional.ofNullable(ownVotes.get(shown)),
                cursor(spacing));
    }

    GuestItemSummary guestSummary(Map<VersionId, Choice> ownVotes, int spacing) {
        return new GuestItemSummary(
                item,
                kind,
                version,
                name,
                outcome,
                poster(),
                Optional.ofNullable(ownVotes.get(shown)),
                cursor(spacing));
    }

    GuestItem guestItem(VersionDetail detail, Content content, Optional<String> submitterName, PersonId guest) {
        return new GuestItem(
                item,
                kind,
                version,
                name,
                outcome,
                submitterName,
                submittedAt,
                detail.description(),
                content.readBy(new GuestContent()),
                detail.votes().stream()
                        .filter(vote -> vote.inForce() && vote.voter().equals(guest))
                        .map(vote -> new GuestVote(vote.choice(), vote.reason(), vote.castAt()))
                        .reduce((earlier, later) -> later),
                takesVotes());
    }

    EntryCursor cursor(int spacing) {
        return new EntryCursor(place, item.value(), spacing);
    }
}
