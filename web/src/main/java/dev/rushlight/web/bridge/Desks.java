package dev.rushlight.web.bridge;

import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.connection.ErrandDesk;
import dev.rushlight.exchange.OutboxDesk;
import dev.rushlight.feedback.FeedbackDesk;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.ledger.LedgerDesk;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.SupervisionDesk;
import java.net.URI;
import java.time.Clock;

/** What every open hub works with. */
record Desks(
        ReviewDesk reviews,
        SupervisionDesk supervision,
        FeedbackDesk feedback,
        ErrandDesk errands,
        LedgerDesk ledger,
        OutboxDesk outbox,
        ConnectionDesk connections,
        ReviewItems items,
        FeedbackNotes notes,
        UnreadableEvents unreadable,
        URI publicUrl,
        Clock clock) {}
