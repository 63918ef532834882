package dev.rushlight.review;

/** The pinned policy wants everybody to take a stand. */
public final class AbstainingNotAllowed extends RuntimeException {
    public AbstainingNotAllowed(String policy) {
        super("The policy %s does not allow to abstain".formatted(policy));
    }
}
