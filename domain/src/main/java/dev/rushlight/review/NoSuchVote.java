package dev.rushlight.review;

/** There is no such vote. */
public final class NoSuchVote extends RuntimeException {
    public NoSuchVote(VoteId id) {
        super("There is no vote " + id);
    }
}
