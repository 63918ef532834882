package dev.rushlight.policy;

import java.util.Optional;

/**
 * One vote in force as a policy sees it: what was said, and by whom as they were when they said it.
 *
 * @param label what an automatic check is about; a labelled vote counts in stages that ask for that label, and nowhere else
 */
public record Ballot(Member voter, Choice choice, Optional<String> label) {

    public static Ballot of(Member voter, Choice choice) {
        return new Ballot(voter, choice, Optional.empty());
    }

    String reviewer() {
        return voter.username();
    }

    boolean approves() {
        return choice.approves();
    }

    boolean abstains() {
        return choice == Choice.ABSTAIN;
    }

    boolean objects() {
        return choice == Choice.REQUEST_CHANGES || choice == Choice.REJECT;
    }

    boolean isLabelled() {
        return label.isPresent();
    }
}
