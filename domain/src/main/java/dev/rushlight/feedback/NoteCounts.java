package dev.rushlight.feedback;

/** How many threads an item has that were not deleted, how many of them are open, and how many of those block. */
public record NoteCounts(int total, int open, int blocking) {

    public static final NoteCounts NONE = new NoteCounts(0, 0, 0);

    static NoteCounts of(boolean open, boolean blocking, long threads) {
        var count = (int) threads;
        return new NoteCounts(count, open ? count : 0, open && blocking ? count : 0);
    }

    NoteCounts plus(NoteCounts more) {
        return new NoteCounts(total + more.total, open + more.open, blocking + more.blocking);
    }
}
