package dev.rushlight.web.bridge;

import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.exchange.OutboxDesk;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItems;
import java.time.Clock;

/** What every open hub works with. */
record Desks(
        ReviewDesk reviews,
        OutboxDesk outbox,
        ConnectionDesk connections,
        ReviewItems items,
        FeedbackNotes notes,
        EventWriter writer,
        Clock clock) {}
