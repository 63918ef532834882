package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import java.util.Optional;

/**
 * What an act led to.
 *
 * @param outcome where the current version stands now
 * @param decision the recorded change of the outcome, if it changed
 * @param late whether the outcome was final already, so that the vote is stored and counts for nothing
 */
public record Verdict(Outcome outcome, Optional<DecisionId> decision, boolean late) {}
