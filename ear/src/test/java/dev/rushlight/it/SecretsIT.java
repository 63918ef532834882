package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing secret leaves the server again, and nobody gets in without having been let in. */
@ExtendWith(SharedStudio.class)
class SecretsIT {

    @Test
    void storedKeyIsSeenNowhere(Studio studio) throws Exception {
        var canary = "canary-7f3a91d2c45e8b60-sings";
        var artist = studio.apiKey("cleo");
        var admin = studio.admin();
        admin.open("/admin/connections").click("#add-connection");
        admin.fill("name", "aviary")
                .fill("server", "http://127.0.0.1:" + Rushlight.freePort())
                .fill("user", "warden")
                .fill("key", canary)
                .click("#save");
        assertThat(admin.find("#connection-aviary .state")).containsText("Waiting");

        for (var page : List.of("connections", "events", "people", "hub-keys")) {
            admin.open("/admin/" + page);
            assertThat(admin.find("#user-menu")).isVisible();
            assertThat(admin.page().content()).as(page).doesNotContain(canary).doesNotContain(artist);
            admin.screenshot("admin-" + page);
        }
        admin.open("/admin/connections").click("#connection-aviary >> text=Edit");
        assertThat(admin.find("#key input")).hasValue("");
        assertThat(admin.page().content()).doesNotContain(canary);
        admin.screenshot("connection-edit-without-key");

        var api = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(studio.rushlight().url().resolve("/api"))
                                .header("ftrack-user", "cleo")
                                .header("ftrack-api-key", artist)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "[{\"action\":\"query_server_information\"},{\"action\":\"query_schemas\"}]"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(api.statusCode()).isEqualTo(200);
        assertThat(api.body()).contains("version").doesNotContain(canary).doesNotContain(artist);

        assertThat(studio.rushlight().saidEver()).doesNotContain(canary).doesNotContain(studio.keys());
        assertThat(holding(studio.rushlight().data(), "aviary"))
                .as("the search finds what is stored")
                .isNotEmpty();
        assertThat(holding(studio.rushlight().data(), canary)).isEmpty();
        assertThat(holding(studio.rushlight().data(), Studio.PASSWORD)).isEmpty();
        for (var key : studio.keys()) {
            assertThat(holding(studio.rushlight().data(), key)).isEmpty();
        }
    }

    @Test
    void dataIsReadableByItsOwnerOnly(Studio studio) throws Exception {
        for (var name : List.of("master.key", "database.secret", "control.json")) {
            var permissions =
                    Files.getPosixFilePermissions(studio.rushlight().data().resolve(name));
            assertThat(PosixFilePermissions.toString(permissions)).as(name).isEqualTo("rw-------");
        }
    }

    @Test
    void setUpLinkIsVoidOnceAnAdminWasMadeByCommand(Studio studio) {
        var remote = studio.remote();

        var latecomer = studio.chromium().visitor(remote.rushlight().url()).open(remote.setUpLink());
        assertThat(latecomer.find("body")).containsText("no longer");
        assertThat(latecomer.find("#create")).hasCount(0);

        var password = remote.rushlight().file("another-password", "another long password");
        var again =
                remote.rushlight().toolRun("admin", "create", "--user", "eve", "--password-file", password.toString());
        assertThat(again.exitCode()).isNotZero();
        assertThat(again.standardError().lines()).hasSize(1);
    }

    @Test
    void nobodyGetsInWithADefaultPassword(Studio studio) {
        var stranger = studio.chromium().visitor(studio.rushlight().url());
        for (var username : List.of("admin", "demo", Studio.ADMIN)) {
            stranger.open("/");
            stranger.find("#login input[name=username]").fill(username);
            stranger.find("#login input[name=password]").fill(username);
            stranger.click("#login vaadin-button[theme~=submit]");
            assertThat(stranger.find("#login")).containsText("That did not match");
        }
        assertThat(stranger.find("#user-menu")).hasCount(0);
    }

    /** The files below a directory whose bytes hold this text. */
    private static List<Path> holding(Path directory, String text) {
        return Disk.files(directory).stream()
                .filter(file -> {
                    try {
                        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
                    } catch (IOException e) {
                        return false; // Gone meanwhile.
                    }
                })
                .toList();
    }
}
