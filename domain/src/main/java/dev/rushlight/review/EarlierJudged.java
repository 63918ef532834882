package dev.rushlight.review;

import dev.rushlight.policy.Outcome;

/**
 * An open item that an earlier revision of its policy judges.
 *
 * @param revision the one that judges it
 * @param now where it stands under it
 * @param instead where it would stand under the latest
 */
public record EarlierJudged(
        ReviewItemId item, String project, String name, int version, int revision, Outcome now, Outcome instead) {}
