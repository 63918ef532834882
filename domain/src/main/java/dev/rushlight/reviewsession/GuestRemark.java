package dev.rushlight.reviewsession;

import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;

/**
 * What a guest has to say about a version, to be written down wherever such things are kept; it is called once it is
 * clear that the guest may, in the same transaction.
 */
@FunctionalInterface
public interface GuestRemark<T> {

    T by(Identity guest, ReviewItemId item, int version);
}
