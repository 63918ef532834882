package dev.rushlight.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.Submission;
import dev.rushlight.review.TaskContent;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real WAR in the real container: its beans, transactions and events as they are wired there. */
@ExtendWith(ArquillianExtension.class)
public class ContainerIT {
    @Inject
    private ReviewDesk desk;

    @Inject
    private ReviewItems items;

    @Inject
    private ConnectionDesk connections;

    @Inject
    private PeopleDesk people;

    @Inject
    private HeardChanges heard;

    @Deployment
    public static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File(System.getProperty("web.war")))
                .as(WebArchive.class)
                .addClasses(HeardChanges.class, RequestIdentity.class);
    }

    @Test
    void submissionAndVoteAreOneTransactionEachAndAnnouncedAfterwards() {
        var receipt = desk.submit(submission("container/loop"));
        assertTrue(receipt.success(), receipt.toString());
        var item = receipt.item().orElseThrow();
        assertTrue(heard.changes().contains(item));
        heard.forget();

        assertTrue(desk.vote(admin(), item, 1, Choice.APPROVE, "").decision().isPresent());

        assertEquals(List.of(item), heard.changes());
        assertEquals(Outcome.APPROVED, outcome(item));
    }

    @Test
    void refusedVoteLeavesNothingBehindAndIsNotAnnounced() {
        var item = desk.submit(submission("container/refused")).item().orElseThrow();
        heard.forget();

        assertThrows(StaleVersion.class, () -> desk.vote(admin(), item, 2, Choice.APPROVE, ""));

        assertEquals(List.of(), heard.changes());
        assertEquals(Outcome.PENDING, outcome(item));
    }

    @Test
    @RunAsClient
    void pagesAnswerOverHttp(@ArquillianResource URL base) throws Exception {
        var http = HttpClient.newHttpClient();
        Eventually.holds("the server is ready", Duration.ofSeconds(60), () -> status(http, base, "/rest/ready") == 200);
        var page = http.send(HttpRequest.newBuilder(base.toURI().resolve("/")).build(), BodyHandlers.ofString());

        assertEquals(200, page.statusCode());
        assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
        assertFalse(page.body().contains("Exception"));
    }

    @Test
    @RunAsClient
    void noRequestSharesItsObjectWithAnother(@ArquillianResource URL base) throws Exception {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var question = HttpRequest.newBuilder(base.toURI().resolve(RequestIdentity.PATH))
                .build();
        var identities = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            var answer = http.send(question, BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            identities.add(answer.body());
        }
        assertEquals(100, identities.size());
    }

    @Test
    @RunAsClient
    void hastyClientKeepsNoThreadWaiting(@ArquillianResource URL base) throws Exception {
        // More than the server has threads.
        for (int i = 0; i < 250; i++) {
            try (var client = new Socket(base.getHost(), base.getPort())) {
                client.setSoTimeout(10_000);
                // The request, and in the same breath a first frame: a close without a reason.
                client.getOutputStream().write(upgrade(base, "\u0088\u0080\0\0\0\0"));
                var answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertTrue(answer.startsWith("HTTP/1.1 101 "), answer);
                assertTrue(answer.contains("unknown or used handshake"), answer);
            }
        }
    }

    private static byte[] upgrade(URL base, String frame) {
        return ("""
                GET /socket.io/1/websocket/made-up HTTP/1.1\r
                Host: %s\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """.formatted(base.getAuthority()) + frame).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int status(HttpClient http, URL base, String path) {
        try {
            return http.send(HttpRequest.newBuilder(base.toURI().resolve(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private Outcome outcome(ReviewItemId item) {
        return items.detail(admin(), item).orElseThrow().versions().get(0).outcome();
    }

    private Identity admin() {
        return people.active("rita")
                .orElseGet(() -> people.createFirstAdmin("rita", "Rita", "correct horse battery staple"));
    }

    private Submission submission(String line) {
        return new Submission(
                connections.ensureEmbedded().id(),
                UUID.randomUUID().toString(),
                Instant.now(),
                "jo",
                Optional.empty(),
                Kind.TASK,
                "spy",
                line,
                line,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new TaskContent("Ready", Optional.of("tom"), "In the container", List.of(), List.of(), List.of()),
                "{}",
                List.of());
    }
}
