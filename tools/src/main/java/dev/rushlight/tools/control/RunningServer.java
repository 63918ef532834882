package dev.rushlight.tools.control;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Set-up through the control API of a server on this machine. */
public final class RunningServer implements HeadlessSetUp {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final ControlFile control;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    public RunningServer(ControlFile control) {
        this.control = control;
    }

    /** Whether the server that left the control file is there and ready. */
    public boolean answers() {
        try {
            return send(request("/rest/ready").GET()).statusCode() == 200;
        } catch (UncheckedIOException gone) {
            return false;
        }
    }

    @Override
    public void createFirstAdmin(String username, String displayName, String password) {
        post(
                "/rest/control/admins",
                Json.createObjectBuilder()
                        .add("user", username)
                        .add("displayName", displayName)
                        .add("password", password)
                        .build());
    }

    @Override
    public String issueKey(String user) {
        return post(
                        "/rest/control/api-keys",
                        Json.createObjectBuilder().add("user", user).build())
                .getString("key");
    }

    private JsonObject post(String path, JsonObject body) {
        var response = send(request(path)
                .header("Content-Type", "application/json")
                .header("Rushlight-Control", control.token())
                .POST(BodyPublishers.ofString(body.toString())));
        var answer = json(response.body());
        if (response.statusCode() != 201) {
            throw new Refused(answer.getString(
                    "error",
                    "the server at %s answered %d to %s".formatted(control.server(), response.statusCode(), path)));
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(control.server().resolve(path)).timeout(ANSWER);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException("The server at %s does not answer".formatted(control.server()), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException notJson) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }
}
