package dev.rushlight.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Somebody who uses Rushlight's pages without a browser, by the requests that a browser would send: an HTTP session with its
 * cookies, logged in by the same form. It is as light as the campaigns need, and knows of each request whether an answer
 * came.
 */
final class PlainVisitor {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String GUARD = "for(;;);";

    private final URI site;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    PlainVisitor(URI site) {
        this.site = site;
    }

    /** @throws IOException also when the password was not taken */
    PlainVisitor logIn(String username, String password) throws IOException {
        var page = open("login");
        page.send(PlainPage.event(page.node("login"), "login")
                .add(
                        "data",
                        Json.createObjectBuilder()
                                .add("event.detail.username", username)
                                .add("event.detail.password", password)));
        if (page.lastAnswer().getJsonArray("execute") == null) {
            throw new IOException(username + " was not let in: " + page.lastAnswer());
        }
        return this;
    }

    /** Opens a page, such as {@code item/…}, in the way of a new tab. */
    PlainPage open(String path) throws IOException {
        var first = ask(HttpRequest.newBuilder(site.resolve("/?v-r=init&query=&location=" + path))
                .timeout(PATIENCE)
                .build());
        return new PlainPage(this, first.getJsonObject("appConfig"), path);
    }

    JsonObject post(String address, JsonObject body) throws IOException {
        return ask(HttpRequest.newBuilder(site.resolve(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private JsonObject ask(HttpRequest request) throws IOException {
        var answer = send(request);
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d".formatted(request.uri(), answer.statusCode()));
        }
        var text = answer.body().startsWith(GUARD) ? answer.body().substring(GUARD.length()) : answer.body();
        try (var reader = Json.createReader(new StringReader(text))) {
            var json = reader.readValue();
            return text.startsWith("[") ? json.asJsonArray().getJsonObject(0) : json.asJsonObject();
        } catch (RuntimeException noJson) {
            throw new IOException(request.uri() + " answered something else than JSON", noJson);
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
