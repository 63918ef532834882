package dev.rushlight.review;

import java.util.List;

/**
 * The places of some rows of the queue, in order.
 *
 * @param isWhole false if the search for more of them was given up, because too much did not fit
 */
record QueueKeys(List<QueueCursor> places, boolean isWhole) {

    QueueKeys {
        places = List.copyOf(places);
    }

    static final QueueKeys NONE = new QueueKeys(List.of(), true);
}
