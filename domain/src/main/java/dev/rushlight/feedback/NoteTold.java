package dev.rushlight.feedback;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewItemId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that is told about a note at one moment, frozen as it was then: written as an event today or in a year, it
 * reads the same.
 *
 * @param subject which revision of the note it is
 * @param inReplyToEvent the event with which the version came in
 * @param state where the note stood; one that is told of for the first time may have been settled already
 * @param by who made it so
 */
public record NoteTold(
        UUID subject,
        ConnectionId connection,
        String inReplyToEvent,
        ReviewItemId item,
        String project,
        String lineKey,
        String name,
        Kind kind,
        NoteRecord note,
        Optional<NoteId> inReplyTo,
        NoteState state,
        NoteAuthor by,
        Instant at) {}
