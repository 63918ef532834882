package dev.rushlight.people;

/** What an account stands for. */
public enum PersonKind {
    /** Somebody who logs in. */
    HUMAN,
    /** A program that acts over a hub, never in a browser. */
    BOT,
    /** Somebody from outside who comes through the link of a review session. */
    GUEST;

    /** Whether a policy that asks for a role means them, too. */
    public boolean hasRoles() {
        return this == HUMAN;
    }
}
