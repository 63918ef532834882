package dev.rushlight.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.UUID;

/** What kind of event is owed; the bridge knows how to write each. */
public enum OwedKind {
    RECEIPT,
    ITEM_RECEIVED,
    DECISION,
    NOTE_CREATED,
    NOTE_RESOLVED;

    public static final Set<OwedKind> ALL = Set.of(values());

    /**
     * The id of the event about this subject, the same for ever: a version's arrival and a decision lend theirs, everything
     * else that is told of a subject has one of its own.
     */
    public String eventId(UUID subject) {
        return switch (this) {
            case RECEIPT, ITEM_RECEIVED, DECISION -> subject.toString();
            case NOTE_CREATED, NOTE_RESOLVED ->
                UUID.nameUUIDFromBytes("%s:%s".formatted(name(), subject).getBytes(UTF_8))
                        .toString();
        };
    }
}
