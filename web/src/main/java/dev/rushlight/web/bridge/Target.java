package dev.rushlight.web.bridge;

import java.util.regex.Pattern;

/** The target expression that sends an event to exactly one hub client. */
final class Target {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_,./@+-]+");

    private Target() {}

    /** Whether an expression can name this client and nobody else: the language can neither escape quotes nor a final star. */
    static boolean canName(String clientId) {
        return !clientId.isEmpty()
                && !clientId.contains("\"")
                && !clientId.endsWith("*")
                && Characters.fitOneLine(clientId);
    }

    static String of(String clientId) {
        if (!canName(clientId)) {
            throw new IllegalArgumentException("No target expression can name this client");
        }
        return PLAIN.matcher(clientId).matches() ? "id=" + clientId : "id=\"%s\"".formatted(clientId);
    }
}
