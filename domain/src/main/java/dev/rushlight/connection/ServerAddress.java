package dev.rushlight.connection;

import dev.rushlight.installation.Installation;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a hub's server is: an http or https address with a host and nothing that could hold a secret. */
record ServerAddress(String text) {

    private static final int LONGEST = 500;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    static ServerAddress of(URI typed) {
        var scheme = Optional.ofNullable(typed.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new UnacceptableConnection("A server's address begins with https:// or http://");
        }
        if (typed.getHost() == null) {
            throw new UnacceptableConnection("A server's address needs a host");
        }
        if (typed.getRawUserInfo() != null || typed.getRawQuery() != null || typed.getRawFragment() != null) {
            throw new UnacceptableConnection(
                    "A server's address holds no user, question mark or hash: keys belong in their own field");
        }
        var host = typed.getHost().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !LOOPBACK.contains(host) && !plainHttpAllowed()) {
            throw new UnacceptableConnection(
                    "Plain http would show the key to the network: use https, or set RUSHLIGHT_ALLOW_PLAIN_HTTP=true");
        }
        var text = typed.toString().replaceAll("/+$", "");
        if (text.length() > LONGEST) {
            throw new UnacceptableConnection("A server's address may have %d characters".formatted(LONGEST));
        }
        return new ServerAddress(text);
    }

    private static boolean plainHttpAllowed() {
        return Installation.setting("RUSHLIGHT_ALLOW_PLAIN_HTTP")
                .filter(value -> value.strip().equalsIgnoreCase("true"))
                .isPresent();
    }
}
