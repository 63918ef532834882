package dev.rushlight.review;

import dev.rushlight.people.Identity;
import java.util.Optional;

/**
 * What somebody did to a version, as the decision tells it that may follow.
 *
 * @param vote the vote that was cast, taken back or dismissed
 * @param request by what way it was asked for
 */
record Deed(Cause cause, Actor by, Optional<String> reason, Optional<Vote> vote, Request request) {

    static Deed of(Cause cause, Identity by, Optional<String> reason, Request request) {
        return new Deed(cause, Actor.of(by), reason, Optional.empty(), request);
    }

    Deed about(Vote vote) {
        return new Deed(cause, by, reason, Optional.of(vote), request);
    }

    /** Whether it moves the item up in the queue even when it changes nothing. */
    boolean isActivity() {
        return cause != Cause.PEOPLE && cause != Cause.SEEN;
    }
}
