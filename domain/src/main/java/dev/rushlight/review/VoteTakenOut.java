package dev.rushlight.review;

/** This vote was revoked, dismissed or left behind by a reopening already. */
public final class VoteTakenOut extends RuntimeException {
    public VoteTakenOut(VoteId vote, VoteStanding standing) {
        super("The vote %s does not count any more: it is %s".formatted(vote, standing));
    }
}
