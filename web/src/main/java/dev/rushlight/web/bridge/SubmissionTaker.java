package dev.rushlight.web.bridge;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.hub.event.Event;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.SubmissionError;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Takes submissions in. */
record SubmissionTaker(ConnectionId connection, ReviewDesk desk, SubmissionReader reader) implements Taker {
    static final String TOPIC = "webreview.submit";

    @Override
    public List<SubmissionError> take(Event event, Instant receivedAt) {
        return reader.read(connection, event, receivedAt).handTo(desk).errors();
    }

    @Override
    public List<SubmissionError> refuse(Event event, Instant receivedAt, SubmissionError error) {
        return reader.refused(connection, event, receivedAt, error).handTo(desk).errors();
    }

    @Override
    public JsonObject refusal(SubmissionError error) {
        return EventWriter.refusal(List.of(error));
    }
}
