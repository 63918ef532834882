package dev.rushlight.server.event;

import dev.rushlight.hub.JsonText;
import java.util.Optional;

/**
 * Puts the parts of one text message together and counts its bytes while doing so.
 *
 * <p>The container's own limit would close the connection without the farewell that clients need to come back. Confined to
 * the thread that delivers the messages of one connection.
 */
final class IncomingText {
    private final int longest;
    private final StringBuilder parts = new StringBuilder();
    private long bytes;

    IncomingText(int longest) {
        this.longest = longest;
    }

    /** Adds a part; the whole message once it was the last one. */
    Optional<String> add(String part, boolean last) throws MessageTooLong {
        bytes += JsonText.utf8Length(part);
        if (bytes > longest) {
            parts.setLength(0);
            throw new MessageTooLong(longest);
        }
        if (!last) {
            parts.append(part);
            return Optional.empty();
        }
        var whole = parts.isEmpty() ? part : parts.append(part).toString();
        parts.setLength(0);
        parts.trimToSize();
        bytes = 0;
        return Optional.of(whole);
    }
}
