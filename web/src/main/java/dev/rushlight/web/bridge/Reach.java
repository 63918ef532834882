package dev.rushlight.web.bridge;

import dev.rushlight.connection.ConnectionRules;
import dev.rushlight.connection.Hears;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.ReviewLine;

/**
 * What can be reached through a connection: the items that came through it, and all of them if it is told of all. Whatever
 * else there is, is as if it were not there.
 */
record Reach(ConnectionId connection, ConnectionRules rules, ReviewItems items) {
    ReviewLine item(ReviewItemId id) {
        return items.line(id)
                .filter(line ->
                        rules.hears() == Hears.EVERYTHING || line.connection().equals(connection))
                .orElseThrow(() -> new NoSuchReviewItem(id));
    }

    /** For whose eyes that is which goes in and out there. */
    Visibility audience() {
        return switch (rules.visibility()) {
            case TEAM -> Visibility.TEAM;
            case CLIENT -> Visibility.CLIENT;
        };
    }
}
