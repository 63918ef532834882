package dev.rushlight.web.item;

import dev.rushlight.policy.StageExplanation;
import dev.rushlight.policy.StageTurn;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.util.Optional;

/** How a stage of a policy is told to a person: a word, a symbol and a tone. */
final class StageLook {

    private StageLook() {}

    static Appearance of(StageExplanation stage, Optional<StageTurn> turn) {
        return switch (stage.status()) {
            case SATISFIED -> new Appearance("Done", Symbol.APPROVE, Tone.GOOD);
            case NOT_APPLICABLE -> new Appearance("Not asked", Symbol.ABSTAIN, Tone.QUIET);
            case OVERRIDDEN -> new Appearance("Set over their heads", Symbol.KEY, Tone.CARE);
            case ERROR -> new Appearance("Cannot be met", Symbol.WARNING, Tone.BAD);
            case UNSATISFIED -> unsatisfied(stage, turn);
        };
    }

    private static Appearance unsatisfied(StageExplanation stage, Optional<StageTurn> turn) {
        if (!stage.blockedBy().isEmpty() || turn.isEmpty()) {
            return new Appearance("Blocked", Symbol.CHANGES, Tone.CARE);
        }
        return turn.get().after().isEmpty()
                ? new Appearance("Waiting", Symbol.PENDING, Tone.BUSY)
                : new Appearance("Later", Symbol.CLOCK, Tone.QUIET);
    }

    /** What the explanation says, without the name of the stage that stands above it. */
    static String sentence(StageExplanation stage) {
        var name = stage.stage() + ": ";
        var text = stage.text().startsWith(name) ? stage.text().substring(name.length()) : stage.text();
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase() + text.substring(1);
    }
}
