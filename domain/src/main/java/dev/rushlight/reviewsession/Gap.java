package dev.rushlight.reviewsession;

import java.util.OptionalLong;

/**
 * The room between two neighbours of a list whose places are whole numbers far apart; an end of the list is no
 * neighbour. Whoever puts something in between takes the middle, and changes nothing else. After some forty times in
 * one gap there is no middle any more, and the list has to be spaced anew.
 */
record Gap(OptionalLong below, OptionalLong above) {

    /** How far apart neighbours are that were never moved. */
    static final long STEP = 1L << 40;

    private static final long FURTHEST = 1L << 61;

    /** Whether so many more can stand behind this place, each a step further. */
    static boolean isRoomAfter(long place, int entries) {
        return place <= FURTHEST - STEP * entries;
    }

    /** Whether something at this place is between the two already. */
    boolean holds(long place) {
        return (below.isEmpty() || below.getAsLong() < place) && (above.isEmpty() || place < above.getAsLong());
    }

    OptionalLong middle() {
        if (below.isEmpty() && above.isEmpty()) {
            return OptionalLong.of(0);
        }
        if (above.isEmpty()) {
            return withinReach(below.getAsLong() + STEP);
        }
        if (below.isEmpty()) {
            return withinReach(above.getAsLong() - STEP);
        }
        var middle = below.getAsLong() + (above.getAsLong() - below.getAsLong()) / 2;
        return middle == below.getAsLong() ? OptionalLong.empty() : OptionalLong.of(middle);
    }

    private static OptionalLong withinReach(long place) {
        return Math.abs(place) > FURTHEST ? OptionalLong.empty() : OptionalLong.of(place);
    }
}
