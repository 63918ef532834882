package dev.rushlight.review;

import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Where people are told what is expected of them, and what they may do; it changes nothing. */
@ApplicationScoped
@Transactional
public class BriefingDesk {

    private final JpaReviewItems items;
    private final JpaPolicies policies;
    private final PeopleDesk people;
    private final DecidingGuests guests;

    @Inject
    BriefingDesk(JpaReviewItems items, JpaPolicies policies, PeopleDesk people, DecidingGuests guests) {
        this.items = items;
        this.policies = policies;
        this.people = people;
        this.guests = guests;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected BriefingDesk() { // for CDI
        this(null, null, null, null);
    }

    /** On one version of an item. */
    public Optional<Briefing> brief(Identity viewer, ReviewItemId id, int number) {
        return items.find(id).flatMap(item -> items.version(id, number).map(version -> brief(viewer, item, version)));
    }

    private Briefing brief(Identity viewer, ReviewItem item, ReviewVersion version) {
        var policy = policies.pinnedTo(version);
        var votes = items.votes(version.id());
        var hearings = new Hearings(people.electorate(), guests);
        var hearing = hearings.of(item, version, votes, items.seenBy(version.id()));
        return new Briefing(
                policy.name(),
                policy.abstainAllowed(),
                policy.requireNoOpenBlockers(),
                policy.turns(hearing, viewer.username()),
                new Authority(viewer, policy).over(version, votes),
                hearings.absentWith(viewer.username()));
    }
}
