package dev.rushlight.review;

import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import java.time.Instant;
import java.util.Optional;

/**
 * One line, locked, with its current version and the policy that is pinned to it.
 *
 * @param hearings who can be asked just now
 * @param before where the version stood when the line was locked
 */
record Docket(ReviewItem item, ReviewVersion version, Policy policy, Hearings hearings, Outcome before) {

    /** The same, with another policy. */
    Docket under(Policy other) {
        return new Docket(item, version, other, hearings, before);
    }

    void requireSeen(int number) {
        if (number != version.number()) {
            throw new StaleVersion(
                    number, version.number(), version.name(), version.submitter(), version.submittedAt());
        }
    }

    void requireOpen() {
        version.requireOpenForVotes();
    }

    void requireAllowed(Choice choice) {
        if (choice == Choice.ABSTAIN && !policy.abstainAllowed()) {
            throw new AbstainingNotAllowed(policy.id());
        }
    }

    /** Whether anything but an act upon the votes themselves may change the outcome. */
    boolean canMove(Instant now) {
        return !version.isClosed() && !version.isFinal(now);
    }

    boolean isAbout(VersionId id) {
        return version.id().equals(id);
    }

    /** Nothing came of it. */
    Verdict unchanged(boolean late) {
        return new Verdict(version.outcome(), Optional.empty(), late);
    }
}
