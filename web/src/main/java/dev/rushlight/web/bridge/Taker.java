package dev.rushlight.web.bridge;

import dev.rushlight.hub.event.Event;
import dev.rushlight.review.SubmissionError;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Takes one kind of event in: reads it, hands it to its desk, and owes the answer. */
interface Taker {
    /** What the event was refused for; nothing if it was taken. Throws what keeps it from being kept at all. */
    List<SubmissionError> take(Event event, Instant receivedAt);

    /** Keeps it as refused for a reason that is not in its text. */
    List<SubmissionError> refuse(Event event, Instant receivedAt, SubmissionError error);

    /** The answer when there is no storing one. */
    JsonObject refusal(SubmissionError error);
}
