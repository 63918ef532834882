package dev.rushlight.hub.api;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A program that ends without closing its session; see {@link SessionOpeningTest}. */
public final class SessionLeftOpen {

    private SessionLeftOpen() {}

    public static void main(String[] arguments) {
        var session = Session.builder()
                .environment(name -> Optional.empty())
                .serverUrl(URI.create(arguments[0]).toString())
                .apiKey("s3cret-key")
                .apiUser("jo")
                .autoConnectEventHub(true)
                .open();
        session.eventHub().subscribe("topic=x", event -> Optional.empty());
        session.eventHub().awaitLive(Duration.ofSeconds(20));
    }
}
