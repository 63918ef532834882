package dev.rushlight.web.bridge;

import dev.rushlight.connection.Arrival;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.hub.event.Event;
import dev.rushlight.review.SubmissionError;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Takes in what people, bots and other tools ask for: votes, comments, withdrawals, questions. */
final class ErrandTaker implements Taker {
    private final ConnectionId connection;
    private final HubCounter counter;

    ErrandTaker(ConnectionId connection, HubCounter counter) {
        this.connection = connection;
        this.counter = counter;
    }

    @Override
    public List<SubmissionError> take(Event event, Instant receivedAt) {
        var arrival = arrival(event, receivedAt);
        var findings = new Findings("the data");
        var asked = AskedReader.read(event, findings);
        if (asked.isEmpty()) {
            return refuse(arrival, findings.errors());
        }
        try {
            asked.get().handTo(counter.noting(findings.warnings()), arrival);
            return List.of();
        } catch (RuntimeException refused) {
            return refuse(
                    arrival,
                    List.of(Refusals.of(refused, asked.get().itemField()).orElseThrow(() -> refused)));
        }
    }

    @Override
    public List<SubmissionError> refuse(Event event, Instant receivedAt, SubmissionError error) {
        return refuse(arrival(event, receivedAt), List.of(error));
    }

    @Override
    public JsonObject refusal(SubmissionError error) {
        return EventWriter.refusal(HubCounter.RECEIPT, List.of(error));
    }

    private List<SubmissionError> refuse(Arrival arrival, List<SubmissionError> errors) {
        counter.refuse(arrival, EventWriter.refusal(HubCounter.RECEIPT, errors));
        return errors;
    }

    private Arrival arrival(Event event, Instant receivedAt) {
        var envelope = Envelope.of(event);
        return new Arrival(
                connection,
                envelope.eventId(),
                envelope.topic(),
                receivedAt,
                envelope.submitter(),
                envelope.replyTarget(),
                envelope.raw());
    }
}
