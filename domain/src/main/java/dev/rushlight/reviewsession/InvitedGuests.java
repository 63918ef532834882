package dev.rushlight.reviewsession;

import dev.rushlight.review.DecidingGuests;
import dev.rushlight.review.ReviewItemId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Those with a link that gives the right to decide, in an open review session that shows the item's current version. Its
 * dates are for the door: nobody is waited for any less because time goes by, but only once the link or the review session
 * has ended.
 */
@Dependent
class InvitedGuests implements DecidingGuests {

    private final JpaGuestLinks links;

    @Inject
    InvitedGuests(JpaGuestLinks links) {
        this.links = links;
    }

    @Override
    public Map<ReviewItemId, Set<String>> on(Collection<ReviewItemId> items) {
        return links.decidingOn(items);
    }
}
