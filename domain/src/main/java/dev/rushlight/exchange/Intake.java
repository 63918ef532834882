package dev.rushlight.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * What the inbox keeps of one event: all of it, cut where it is longer than anything honest, and the answer that it got.
 *
 * @param submissionKey the submitter's own key, by which a repetition under another event id is recognised
 * @param receipt the JSON data of the answer
 * @param raw the event as it came
 */
public record Intake(
        ConnectionId connection,
        String eventId,
        String topic,
        Instant receivedAt,
        Optional<String> submitter,
        Optional<String> submissionKey,
        InboxState state,
        String receipt,
        String raw) {

    private static final int NAME = 200;
    private static final int RAW = 1024 * 1024;

    public Intake {
        eventId = kept(eventId);
        topic = Stored.text(topic, NAME);
        submitter = submitter.map(name -> Stored.text(name, NAME));
        raw = Stored.text(raw, RAW);
    }

    /** An event's id as the inbox keeps it. */
    static String kept(String eventId) {
        return Stored.text(eventId, NAME);
    }
}
