package dev.rushlight.hub;

/** The user and the API key that a server knows us by; both travel as HTTP headers and the key never prints. */
public record Credentials(String user, String key) {

    public Credentials {
        requireHeaderText("user", user);
        requireHeaderText("API key", key);
    }

    private static void requireHeaderText(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("The " + what + " is missing");
        }
        if (!text.chars().allMatch(c -> c >= ' ' && c != 0x7f && c <= 0xff)) {
            throw new IllegalArgumentException("The " + what + " has characters that cannot travel in an HTTP header");
        }
    }

    @Override
    public String toString() {
        return "Credentials[user=" + user + ", key=***]";
    }
}
