package dev.rushlight.review;

import java.util.Optional;

/** The lines under review, for those who keep what is said of them. Everything here joins the caller's transaction. */
public interface ReviewLines {

    /**
     * The line as it is now, and unchanged by anybody else until the end of the transaction: whoever says something of a
     * line locks it first, so that notes, votes and decisions have one order.
     */
    Optional<ReviewLine> locked(ReviewItemId item);

    Optional<ReviewLine> find(ReviewItemId item);

    Optional<LineVersion> version(ReviewItemId item, int number);

    Optional<LineVersion> version(VersionId id);

    Content content(VersionId id);
}
