package dev.rushlight.hub;

/**
 * The user and the API key that a server knows us by; both travel as HTTP headers, so they are of ASCII's printable
 * characters, and the key never prints.
 */
public record Credentials(String user, String key) {

    public Credentials {
        requireHeaderText("user", user);
        requireHeaderText("API key", key);
    }

    private static void requireHeaderText(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("The " + what + " is missing");
        }
        HeaderText.require("The " + what, text);
        if (text.startsWith(" ") || text.endsWith(" ")) {
            throw new IllegalArgumentException(
                    "The " + what + " begins or ends with a space, which does not travel in an HTTP header");
        }
    }

    @Override
    public String toString() {
        return "Credentials[user=" + user + ", key=***]";
    }
}
