package dev.rushlight.web.bridge;

import dev.rushlight.hub.event.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** What an incoming event says about itself, in a form that can be kept whatever a stranger sends. */
record Envelope(String eventId, String topic, Optional<String> submitter, Optional<String> replyTarget, String raw) {
    /** As long as the inbox can keep. */
    static final int LONGEST = 200;

    static Envelope of(Event event) {
        var plainId = isKeepable(event.id());
        return new Envelope(
                plainId ? event.id() : digest(event.id()),
                Characters.printable(shortened(event.topic())),
                event.username().filter(Envelope::isKeepable),
                event.sourceId().filter(id -> plainId && isKeepable(id) && Target.canName(id)),
                event.toJson().toString());
    }

    private static boolean isKeepable(String text) {
        return !text.isBlank() && text.length() <= LONGEST && Characters.fitOneLine(text);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Stands for an id that cannot be kept; nobody is answered then, since the answer could not name the question. */
    static String digest(String id) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return "sha256-" + HexFormat.of().formatHex(sha256.digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
