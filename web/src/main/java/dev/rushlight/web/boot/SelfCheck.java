package dev.rushlight.web.boot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/** Asks this very process over HTTP whether it answers yet. */
final class SelfCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Set<String> ANSWERS = Set.of(ReadyServlet.READY, ReadyServlet.STARTING);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();
    private final HttpRequest question;

    SelfCheck(URI self) {
        question = HttpRequest.newBuilder(self.resolve(ReadyServlet.PATH))
                .timeout(PATIENCE)
                .build();
    }

    boolean answers() {
        try {
            return ANSWERS.contains(
                    http.send(question, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
