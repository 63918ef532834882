package dev.rushlight.web.bridge;

import dev.rushlight.exchange.OutboxDesk;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItems;
import java.time.Clock;

/** What every open hub works with. */
record Desks(ReviewDesk reviews, OutboxDesk outbox, ReviewItems items, EventWriter writer, Clock clock) {}
