package dev.rushlight.web.item;

import dev.rushlight.people.DelegationDesk;
import dev.rushlight.review.BriefingDesk;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewQueue;
import dev.rushlight.review.SupervisionDesk;
import dev.rushlight.reviewsession.ReviewSessions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What it takes to decide, and to go on to what is to be decided next. */
@Dependent
public record DecisionDesks(
        ReviewDesk reviews,
        SupervisionDesk supervision,
        BriefingDesk briefings,
        DelegationDesk delegations,
        ReviewQueue queue,
        ReviewSessions reviewSessions) {

    @Inject
    public DecisionDesks {}
}
