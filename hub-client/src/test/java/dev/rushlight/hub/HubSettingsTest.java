package dev.rushlight.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSettingsTest {

    private static final Credentials JO = new Credentials("jo", "s3cret-key");

    @Test
    void theEnvironmentGivesServerKeyAndUser() {
        var settings = from(Map.of("FTRACK_SERVER", "https://studio.example/", "FTRACK_API_KEY", "k", "LOGNAME", "jo"));
        assertThat(settings.server()).isEqualTo(URI.create("https://studio.example"));
        assertThat(settings.credentials()).isEqualTo(new Credentials("jo", "k"));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.strictApi()).isFalse();
    }

    @Test
    void theFirstUserNameThatIsSetIsTaken() {
        var all = Map.of(
                "FTRACK_SERVER", "http://h", "FTRACK_APIKEY", "old", "FTRACK_API_USER", "", "USER", "u", "LNAME", "l");
        assertThat(from(all).credentials()).isEqualTo(new Credentials("u", "old"));
    }

    @Test
    void whatIsMissingIsNamedInOrderServerKeyUser() {
        assertThatIllegalArgumentException().isThrownBy(() -> from(Map.of())).withMessageContaining("FTRACK_SERVER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("FTRACK_SERVER", "h")))
                .withMessageContaining("FTRACK_API_KEY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("FTRACK_SERVER", "h", "FTRACK_API_KEY", "k")))
                .withMessageContaining("FTRACK_API_USER");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("FTRACK_SERVER", "h", "FTRACK_API_KEY", "k", "USER", "u")))
                .withMessageContaining("http://");
    }

    @Test
    void anEmptyKeyDoesNotFallThroughToTheOldName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(
                        Map.of("FTRACK_SERVER", "http://h", "FTRACK_API_KEY", "", "FTRACK_APIKEY", "k", "USER", "u")))
                .withMessageContaining("FTRACK_API_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "http://h,            http://h/api,          http://h/socket.io/1/,       ws://h/socket.io/1/websocket/s",
        "https://h:8443///,   https://h:8443/api,    https://h:8443/socket.io/1/, wss://h:8443/socket.io/1/websocket/s",
        "HTTP://h/sub/path/,  http://h/sub/path/api, http://h/socket.io/1/,       ws://h/socket.io/1/websocket/s",
        "http://[::1]:8080,   http://[::1]:8080/api, http://[::1]:8080/socket.io/1/, ws://[::1]:8080/socket.io/1/websocket/s"
    })
    void aPathCountsForCallsAndNotForEvents(String server, String api, String handshake, String webSocket) {
        var settings = HubSettings.of(HubSettings.address(server), JO);
        assertThat(settings.api()).hasToString(api);
        assertThat(settings.handshake()).hasToString(handshake);
        assertThat(settings.webSocket("s")).hasToString(webSocket);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h",
                "/api",
                "ftp://h",
                "ws://h",
                "http:///x",
                "http://u:p@h",
                "http://h?x=1",
                "http://h#f",
                "http://",
                "not a url",
                "mailto:a@b"
            })
    void anAddressThatIsNoneIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> HubSettings.address(text));
    }

    @Test
    void ourHeadersWinOverConfiguredOnes() {
        var settings = HubSettings.of(URI.create("http://h"), JO)
                .withHeaders(Map.of("Ftrack-Strict-Api", "maybe", "X-Studio", "a"))
                .withStrictApi(true);
        assertThat(settings.requestHeaders())
                .containsEntry("ftrack-strict-api", "true")
                .containsEntry("ftrack-user", "jo")
                .containsEntry("ftrack-api-key", "s3cret-key")
                .containsEntry("x-studio", "a")
                .hasSize(4);
    }

    @Test
    void nothingIsSmuggledIntoHeaders() {
        var settings = HubSettings.of(URI.create("http://h"), JO);
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withHeaders(Map.of("A", "b\r\nC: d")));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withHeaders(Map.of("Host", "other")));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withCookies(Map.of("a", "b;c")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Credentials("jo\nx: y", "k"));
    }

    @Test
    void secretsNeverPrint() {
        var settings = HubSettings.of(URI.create("http://h"), JO)
                .withHeaders(Map.of("Authorization", "Bearer s3cret-token"))
                .withCookies(Map.of("sso", "s3cret-cookie"));
        assertThat(settings.toString() + JO).doesNotContain("s3cret").contains("Authorization", "sso", "jo");
    }

    private static HubSettings from(Map<String, String> environment) {
        return HubSettings.fromEnvironment(name -> Optional.ofNullable(environment.get(name)));
    }
}
