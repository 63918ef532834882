package dev.rushlight.policy;

/** One vote in force as a policy sees it: who, what, and whether this person holds a veto. */
public record Ballot(String reviewer, Choice choice, boolean holdsVeto) {

    boolean isVeto() {
        return holdsVeto && choice == Choice.REJECT;
    }
}
