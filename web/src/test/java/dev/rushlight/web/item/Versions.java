package dev.rushlight.web.item;

import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.SideState;
import dev.rushlight.policy.StageExplanation;
import dev.rushlight.review.Aside;
import dev.rushlight.review.OverrideDetail;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.web.testing.Samples;
import java.util.List;
import java.util.Optional;

/** A version to which something has happened. */
final class Versions {

    private final VersionDetail plain;
    private Optional<Aside> aside = Optional.empty();
    private Optional<OverrideDetail> override = Optional.empty();
    private List<StageExplanation> explanation;
    private boolean isFinal;
    private int openNotes;
    private int openBlockers;

    private Versions(VersionDetail plain) {
        this.plain = plain;
        this.explanation = plain.explanation();
    }

    static Versions of(int number, Outcome outcome, VoteDetail... votes) {
        return new Versions(Samples.version(number, outcome, Samples.video("http://artist/v.mp4"), votes));
    }

    Versions aside(SideState state, Outcome from, String by, String why) {
        aside = Optional.of(new Aside(
                state, from, by, Optional.of(why).filter(text -> !text.isEmpty()), Samples.NOW.minusSeconds(60)));
        return this;
    }

    Versions override(Outcome outcome, String by, String why) {
        override = Optional.of(new OverrideDetail(outcome, by, why, Samples.NOW.minusSeconds(60)));
        return this;
    }

    Versions explained(StageExplanation... stages) {
        explanation = List.of(stages);
        return this;
    }

    Versions finished() {
        isFinal = true;
        return this;
    }

    Versions notes(int open, int blockers) {
        openNotes = open;
        openBlockers = blockers;
        return this;
    }

    VersionDetail build() {
        return new VersionDetail(
                plain.id(),
                plain.number(),
                plain.outcome(),
                plain.submitter(),
                plain.submittedAt(),
                plain.description(),
                plain.reviewers(),
                plain.policy(),
                plain.policyRevision(),
                explanation,
                plain.votes(),
                plain.seenBy(),
                aside,
                override,
                isFinal,
                openNotes,
                openBlockers,
                plain.due());
    }
}
