package dev.rushlight.web.item;

import dev.rushlight.people.Identity;
import dev.rushlight.policy.StageTurn;
import dev.rushlight.review.Briefing;
import dev.rushlight.review.BriefingDesk;
import dev.rushlight.review.Power;
import dev.rushlight.review.ReviewItemId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells everybody the same. */
final class FixedBriefing extends BriefingDesk {

    final Set<Power> powers = EnumSet.noneOf(Power.class);
    final List<StageTurn> turns = new ArrayList<>();
    final List<String> standsInFor = new ArrayList<>();
    boolean abstainAllowed = true;

    @Override
    public Optional<Briefing> brief(Identity viewer, ReviewItemId id, int number) {
        return Optional.of(new Briefing("Any reviewer decides", abstainAllowed, true, turns, powers, standsInFor));
    }
}
