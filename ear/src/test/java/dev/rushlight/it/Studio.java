package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small studio that most tests share: one running Rushlight whose first admin was made through the printed set-up
 * link, a browser, and a server for its media.
 */
final class Studio implements AutoCloseable {
    /** Long enough to undo a vote by hand, short enough to wait for. */
    static final Duration UNDO_GRACE = Duration.ofSeconds(10);

    static final String ADMIN = "maria";
    static final String PASSWORD = "correct horse battery staple";

    private final Rushlight rushlight =
            Rushlight.named("studio", Map.of("RUSHLIGHT_UNDO_GRACE", UNDO_GRACE.toSeconds() + "s"));
    private final Chromium chromium = new Chromium();
    private final Media media = Media.serve();
    private final URI setUpLink;
    private final Map<String, String> keys = new HashMap<>();
    private final Remote remote;
    private boolean connected;

    private Studio() {
        // Two starts at once take hardly longer than one.
        rushlight.startInBackground();
        remote = Remote.startInBackground();
        setUpLink = rushlight.awaitReady().awaitSetUpLink();
    }

    static Studio open() {
        var studio = new Studio();
        studio.makeFirstAdmin();
        return studio;
    }

    private void makeFirstAdmin() {
        try (var visitor = chromium.visitor(rushlight.url())) {
            visitor.open(setUpLink);
            assertThat(visitor.find("#create")).isVisible();
            visitor.screenshot("set-up-empty");
            visitor.fill("username", ADMIN)
                    .fill("display-name", "Maria Silva")
                    .fill("password", PASSWORD)
                    .fill("password-again", PASSWORD)
                    .screenshot("set-up-filled")
                    .click("#create");
            assertThat(visitor.find("#create")).hasCount(0);
            visitor.screenshot("set-up-done");
            visitor.logIn(ADMIN, PASSWORD).screenshot("queue-empty");
        }
    }

    Rushlight rushlight() {
        return rushlight;
    }

    Chromium chromium() {
        return chromium;
    }

    Media media() {
        return media;
    }

    URI setUpLink() {
        return setUpLink;
    }

    /** The admin, logged in and looking at the queue. */
    Visitor admin() {
        return chromium.visitor(rushlight.url()).logIn(ADMIN, PASSWORD);
    }

    /** Somebody whom the admin invited in this role, logged in and looking at the queue. */
    Visitor person(String username, String displayName, String role) {
        var admin = admin().open("/admin/people");
        admin.click("#invite").fill("username", username).fill("display-name", displayName);
        admin.choose("role", role).click("#send");
        var link = admin.find("rush-copy").getAttribute("text");
        admin.close();
        var invited = chromium.visitor(rushlight.url()).open(URI.create(link));
        invited.fill("password", PASSWORD).fill("password-again", PASSWORD).click("#accept");
        assertThat(invited.find("#login")).isVisible();
        return invited.logIn(username, PASSWORD);
    }

    /** An artist's tool, connected with the key of the given hub account. */
    FtrackJs artist(String user) {
        return FtrackJs.connect(rushlight.url(), user, apiKey(user));
    }

    String apiKey(String user) {
        return keys.computeIfAbsent(user, rushlight::apiKey);
    }

    /** Every hub key that was issued here so far. */
    List<String> keys() {
        return List.copyOf(keys.values());
    }

    Remote remote() {
        return remote.await();
    }

    /** The admin, looking at the connections, of which one is live to the hub of the other Rushlight. */
    Visitor connectToRemote() {
        var hub = remote().rushlight();
        var admin = admin();
        admin.open("/admin/connections");
        if (!connected) {
            admin.click("#add-connection");
            admin.fill("name", "remote")
                    .fill("server", hub.url().toString())
                    .fill("user", "reviews")
                    .fill("key", hub.apiKey("reviews"))
                    .screenshot("connection-dialog")
                    .click("#test");
            assertThat(admin.find("#probe")).containsText("The connection works");
            admin.screenshot("connection-tested").click("#save");
            connected = true;
        }
        assertThat(admin.find("#connection-remote .state")).containsText("Live");
        admin.screenshot("connection-live");
        return admin;
    }

    /** What both servers said last, for the message of a failure. */
    String saidLately() {
        return rushlight.saidLately() + "\n" + remote.rushlight().saidLately();
    }

    @Override
    public void close() {
        chromium.close();
        media.close();
        remote.close();
        rushlight.close();
    }
}
