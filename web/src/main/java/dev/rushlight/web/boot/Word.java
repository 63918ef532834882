package dev.rushlight.web.boot;

import dev.rushlight.connection.ConnectionChanged;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.InboxChanged;
import dev.rushlight.exchange.OutboxChanged;
import dev.rushlight.feedback.NotesChanged;
import dev.rushlight.review.ReviewItemChanged;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.GuestLinkId;
import dev.rushlight.reviewsession.GuestLinkRevoked;
import dev.rushlight.reviewsession.ReviewSessionChanged;
import dev.rushlight.reviewsession.ReviewSessionId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What servers tell each other: the kind of change and whose, such as {@code ITEM 01234567-…}. */
enum Word {
    ITEM(id -> new ReviewItemChanged(new ReviewItemId(id))),
    NOTES(id -> new NotesChanged(new ReviewItemId(id))),
    REVIEW_SESSION(id -> new ReviewSessionChanged(new ReviewSessionId(id))),
    GUEST_LINK(id -> new GuestLinkRevoked(new GuestLinkId(id))),
    CONNECTION(id -> new ConnectionChanged(new ConnectionId(id))),
    INBOX(id -> new InboxChanged(new ConnectionId(id))),
    OUTBOX(id -> new OutboxChanged(new ConnectionId(id)));

    private final Function<UUID, Object> change;

    Word(Function<UUID, Object> change) {
        this.change = change;
    }

    String about(UUID id) {
        return name() + ' ' + id;
    }

    /** The change as it would be announced here; nothing for what a newer server may say. */
    static Optional<Object> read(String text) {
        var parts = text.split(" ", 2);
        return Stream.of(values())
                .filter(word -> word.name().equals(parts[0]))
                .findFirst()
                .flatMap(word -> id(parts.length < 2 ? "" : parts[1]).map(word.change));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
