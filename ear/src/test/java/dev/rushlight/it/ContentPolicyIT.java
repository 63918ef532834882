package dev.rushlight.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The content security policy is sent with every answer, and a browser holds a page to it. */
@ExtendWith(SharedStudio.class)
class ContentPolicyIT {

    /** Puts into the page what a hole in it would let in. */
    private static final String BREAK_IN = """
            elsewhere => {
              const add = (name, attributes, text) => {
                const one = Object.assign(document.createElement(name), { textContent: text });
                Object.entries(attributes).forEach(([attribute, value]) => one.setAttribute(attribute, value));
                document.body.append(one);
                return one;
              };
              add('script', {}, 'window.ran = 21');
              add('script', { src: elsewhere }, '');
              add('img', { src: 'data:,', onerror: 'window.ran = 22' }, '');
              add('iframe', { src: elsewhere }, '');
              add('a', { href: 'javascript:window.ran=23' }, 'x').click();
            }""";

    private static final List<String> KEPT_OUT =
            List.of("script-src-elem inline", "script-src-elem http", "script-src-attr inline", "frame-src http");

    @Test
    void everyAnswerSaysWhichScriptsMayRun(Studio studio) throws Exception {
        for (var page : List.of("", "login", "sessions", "admin/people", "guest", "guest/x", "invite/x", "nowhere")) {
            assertThat(policy(studio, "/" + page))
                    .contains("script-src 'self' 'nonce-", "object-src 'none'", "base-uri 'self'", "frame-src 'none'");
        }
        for (var other : List.of("rest/ready", "api", "attachments/x", "annotations/x")) {
            assertThat(policy(studio, "/" + other)).contains("default-src 'none'");
        }
    }

    @Test
    void whatGotIntoAPageAllTheSameIsKeptFromRunning(Studio studio) {
        var visitor = studio.admin();
        visitor.page().evaluate(BREAK_IN, studio.media().url("clip.mp4").toString());
        Eventually.holds(
                "all of %s is kept out".formatted(KEPT_OUT),
                Eventually.PATIENCE,
                () -> KEPT_OUT.stream().allMatch(one -> isIn(visitor.keptOut(), one)));
        assertThat(visitor.page().evaluate("window.ran ?? 'nothing'")).isEqualTo("nothing");
        assertThat(visitor.problems()).isNotEmpty().allMatch(problem -> problem.contains("Content Security Policy"));
        visitor.problems().clear();
    }

    private static boolean isIn(List<?> keptOut, String begin) {
        return keptOut.stream().anyMatch(one -> one.toString().startsWith(begin));
    }

    private static String policy(Studio studio, String path) throws Exception {
        var request = HttpRequest.newBuilder(studio.rushlight().url().resolve(path));
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("none");
    }
}
