package dev.rushlight.policy;

/**
 * How many approvals a stage needs.
 *
 * @param amount a count from 1, or a percentage from 1 to 100 of those who do not abstain, rounded up
 */
public record Quorum(int amount, boolean isPercentage) {

    static final int MOST_PEOPLE = 1_000;

    public Quorum {
        if (amount < 1 || amount > (isPercentage ? 100 : MOST_PEOPLE)) {
            throw new IllegalArgumentException("A quorum is 1 to %s, not %d"
                    .formatted(isPercentage ? "100 percent" : MOST_PEOPLE + " people", amount));
        }
    }

    public static Quorum of(int people) {
        return new Quorum(people, false);
    }

    public static Quorum percent(int percentage) {
        return new Quorum(percentage, true);
    }

    /** Such as "2" or "50%". */
    String inWords() {
        return isPercentage ? amount + "%" : Integer.toString(amount);
    }

    int outOf(int voting) {
        return isPercentage ? Math.max(1, (voting * amount + 99) / 100) : amount;
    }

    boolean isBeyond(int everybody) {
        return !isPercentage && amount > everybody;
    }
}
