package dev.rushlight.web.look;

import dev.rushlight.exchange.InboxState;
import dev.rushlight.exchange.OutboxState;
import dev.rushlight.hub.HubState;
import dev.rushlight.people.PersonState;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.ChangeAction;
import dev.rushlight.review.DeliveryState;
import dev.rushlight.review.Kind;
import dev.rushlight.reviewsession.ReviewSessionState;

/** How one state of the domain is told to a person: always a word, a symbol and a tone together. */
public record Appearance(String word, Symbol symbol, Tone tone) {

    public static Appearance of(Outcome outcome) {
        return switch (outcome) {
            case PENDING -> new Appearance("Pending", Symbol.PENDING, Tone.QUIET);
            case IN_REVIEW -> new Appearance("In review", Symbol.EYE, Tone.BUSY);
            case APPROVED -> new Appearance("Approved", Symbol.APPROVE, Tone.GOOD);
            case APPROVED_WITH_NOTES -> new Appearance("Approved with notes", Symbol.NOTES, Tone.GOOD);
            case CHANGES_REQUESTED -> new Appearance("Changes requested", Symbol.CHANGES, Tone.CARE);
            case REJECTED -> new Appearance("Rejected", Symbol.REJECT, Tone.BAD);
            case ON_HOLD -> new Appearance("On hold", Symbol.HOLD, Tone.QUIET);
            case SUPERSEDED -> new Appearance("Superseded", Symbol.SUPERSEDED, Tone.QUIET);
            case WITHDRAWN -> new Appearance("Withdrawn", Symbol.WITHDRAWN, Tone.QUIET);
        };
    }

    public static Appearance of(Choice choice) {
        return switch (choice) {
            case APPROVE -> new Appearance("Approve", Symbol.APPROVE, Tone.GOOD);
            case APPROVE_WITH_NOTES -> new Appearance("Approve with notes", Symbol.NOTES, Tone.GOOD);
            case REQUEST_CHANGES -> new Appearance("Request changes", Symbol.CHANGES, Tone.CARE);
            case REJECT -> new Appearance("Reject", Symbol.REJECT, Tone.BAD);
            case ABSTAIN -> new Appearance("Abstain", Symbol.ABSTAIN, Tone.QUIET);
        };
    }

    public static Appearance of(Kind kind) {
        return switch (kind) {
            case ASSET -> new Appearance("Asset", Symbol.ASSET, Tone.QUIET);
            case CHANGESET -> new Appearance("Changeset", Symbol.CHANGESET, Tone.QUIET);
            case TASK -> new Appearance("Task", Symbol.TASK, Tone.QUIET);
        };
    }

    public static Appearance of(DeliveryState delivery) {
        return switch (delivery) {
            case HELD -> new Appearance("Saved, not sent yet", Symbol.CLOCK, Tone.BUSY);
            case PUBLISHING -> new Appearance("Publishing", Symbol.SEND, Tone.BUSY);
            case RETRYING -> new Appearance("Waiting for the hub", Symbol.RETRY, Tone.CARE);
            case DELIVERED -> new Appearance("Delivered", Symbol.DELIVERED, Tone.GOOD);
            case FAILED -> new Appearance("Not delivered", Symbol.WARNING, Tone.BAD);
            case UNDONE -> new Appearance("Undone", Symbol.UNDO, Tone.QUIET);
        };
    }

    public static Appearance of(ChangeAction action) {
        return switch (action) {
            case ADD -> new Appearance("Added", Symbol.PLUS, Tone.GOOD);
            case MODIFY -> new Appearance("Modified", Symbol.EDIT, Tone.BUSY);
            case DELETE -> new Appearance("Deleted", Symbol.WITHDRAWN, Tone.BAD);
            case RENAME -> new Appearance("Renamed", Symbol.ARROW, Tone.CARE);
        };
    }

    public static Appearance of(HubState state) {
        return switch (state) {
            case IDLE -> new Appearance("Not connected", Symbol.PENDING, Tone.QUIET);
            case CONNECTING -> new Appearance("Connecting", Symbol.RETRY, Tone.BUSY);
            case LIVE -> new Appearance("Live", Symbol.DELIVERED, Tone.GOOD);
            case WAITING -> new Appearance("Waiting to reconnect", Symbol.CLOCK, Tone.CARE);
            case REFUSED -> new Appearance("Refused", Symbol.WARNING, Tone.BAD);
            case CLOSED -> new Appearance("Disconnected", Symbol.WITHDRAWN, Tone.QUIET);
        };
    }

    public static Appearance of(InboxState state) {
        return switch (state) {
            case ACCEPTED -> new Appearance("Accepted", Symbol.APPROVE, Tone.GOOD);
            case DUPLICATE -> new Appearance("Duplicate", Symbol.COPY, Tone.QUIET);
            case REFUSED -> new Appearance("Refused", Symbol.REJECT, Tone.BAD);
        };
    }

    public static Appearance of(OutboxState state) {
        return switch (state) {
            case HELD -> new Appearance("Held", Symbol.CLOCK, Tone.BUSY);
            case READY -> new Appearance("Ready", Symbol.PENDING, Tone.BUSY);
            case SENT -> new Appearance("Sent", Symbol.SEND, Tone.BUSY);
            case ACKNOWLEDGED -> new Appearance("Delivered", Symbol.DELIVERED, Tone.GOOD);
            case DEAD -> new Appearance("Not delivered", Symbol.WARNING, Tone.BAD);
            case CANCELLED -> new Appearance("Undone", Symbol.UNDO, Tone.QUIET);
        };
    }

    public static Appearance of(PersonState state) {
        return switch (state) {
            case INVITED -> new Appearance("Invited", Symbol.CLOCK, Tone.BUSY);
            case ACTIVE -> new Appearance("Active", Symbol.APPROVE, Tone.GOOD);
            case DEACTIVATED -> new Appearance("Deactivated", Symbol.ABSTAIN, Tone.QUIET);
        };
    }

    public static Appearance of(ReviewSessionState state) {
        return switch (state) {
            case PREPARED -> new Appearance("Prepared", Symbol.EDIT, Tone.QUIET);
            case OPEN -> new Appearance("Open", Symbol.LIGHT, Tone.GOOD);
            case CLOSED -> new Appearance("Closed", Symbol.APPROVE, Tone.QUIET);
        };
    }
}
