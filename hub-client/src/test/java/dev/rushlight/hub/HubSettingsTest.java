package dev.rushlight.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
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

    @ParameterizedTest
    @CsvSource({"jörg,U+00F6", "\u6f22,U+6F22", "jo\uD83D\uDE00,U+1F600", "'jo\u007f',U+007F", "'jo\u00a0',U+00A0"})
    void aUserWhoseNameCannotTravelIsRefusedByTheCharacter(String user, String character) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Credentials(user, "k"))
                .withMessage("The user has the character %s, which cannot travel in an HTTP header", character);
    }

    @Test
    void aKeyThatCannotTravelIsRefusedWithoutBeingShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Credentials("jo", "s3cret\tkey"))
                .withMessage("The API key has the character U+0009, which cannot travel in an HTTP header");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Credentials("jo", "s3cret-key "))
                .withMessage("The API key begins or ends with a space, which does not travel in an HTTP header");
    }

    @Test
    void aHeaderThatCannotTravelIsRefused() {
        var settings = HubSettings.of(URI.create("http://h"), JO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.withHeaders(Map.of("X-Studio", "Köln")))
                .withMessage(
                        "The value of header X-Studio has the character U+00F6, which cannot travel in an HTTP header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "P366D", "PT2562047788015215H30M7S"})
    void aTimeoutIsPositiveAndAYearAtMost(String timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubSettings.of(URI.create("http://h"), JO).withTimeout(Duration.parse(timeout)))
                .withMessage("The timeout must be positive and a year at most, not " + Duration.parse(timeout));
    }

    @Test
    void secretsNeverPrint() {
        var settings = HubSettings.of(URI.create("http://h"), JO)
                .withHeaders(Map.of("Authorization", "Bearer s3cret-token"))
                .withCookies(Map.of("sso", "s3cret-cookie"));
        assertThat(settings.toString() + JO).doesNotContain("s3cret").contains("Authorization", "sso", "jo");
    }

    @ParameterizedTest
    @CsvSource({
        "https://h, HTTPS_PROXY, http://proxy:3128, proxy:3128",
        "https://h, https_proxy, proxy:3128,        proxy:3128",
        "https://h, ALL_PROXY,   http://proxy,      proxy:80",
        "http://h,  HTTP_PROXY,  http://[::1]:3128, [::1]:3128",
        "http://h,  all_proxy,   HTTP://proxy:1/,   proxy:1"
    })
    void theEnvironmentNamesAProxyByTheServersScheme(String server, String name, String value, String expected) {
        assertThat(from(server, Map.of(name, value)).proxy())
                .hasValueSatisfying(proxy -> assertThat(proxy).hasToString(expected));
    }

    @Test
    void aProxyForTheOtherSchemeIsNotTaken() {
        assertThat(from("https://h", Map.of("HTTP_PROXY", "http://proxy")).proxy())
                .isEmpty();
        assertThat(from("http://h", Map.of("HTTPS_PROXY", "http://proxy")).proxy())
                .isEmpty();
    }

    @Test
    void lowerCaseWinsAndWhatIsEmptyDoesNotCount() {
        assertThat(from("http://h", Map.of("http_proxy", "low:1", "HTTP_PROXY", "up:1"))
                        .proxy())
                .contains(new HttpProxy("low", 1));
        assertThat(from("http://h", Map.of("http_proxy", "", "HTTP_PROXY", "up:1"))
                        .proxy())
                .contains(new HttpProxy("up", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "*,                       true",
        "'other, studio.example', true",
        "example,                 true",
        ".studio.example,         true",
        "*.example,               true",
        "FTRACK.STUDIO.EXAMPLE,   true",
        "ftrack.studio.example:8443, true",
        "ftrack.studio.example:1, false",
        "track.studio.example,    false",
        "'other,,',               false",
    })
    void aServerThatNeedsNoProxyIsReachedDirectly(String noProxy, boolean direct) {
        var environment = Map.of("HTTPS_PROXY", "http://proxy", "NO_PROXY", noProxy);
        assertThat(from("https://ftrack.studio.example:8443", environment)
                        .proxy()
                        .isEmpty())
                .isEqualTo(direct);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://jo:s3cret@proxy:3128",
                "https://proxy:3128",
                "socks5://proxy:1080",
                "http://s3cret proxy",
                "http://:3128",
                "http://proxy:99999"
            })
    void aProxyThatCannotBeUsedIsRefusedByItsVariableAndPrintsNoSecret(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from("https://h", Map.of("HTTPS_PROXY", value)))
                .withMessageStartingWith("HTTPS_PROXY cannot be used: ")
                .withMessageNotContaining("s3cret")
                .withNoCause();
    }

    @Test
    void theEnvironmentNamesTheAuthoritiesToTrust() {
        assertThat(from("https://h", Map.of("REQUESTS_CA_BUNDLE", "/ca.pem", "CURL_CA_BUNDLE", "/other.pem"))
                        .tls())
                .isEqualTo(TlsSettings.usual().withAuthorities(Path.of("/ca.pem")));
        assertThat(from("https://h", Map.of("CURL_CA_BUNDLE", "/other.pem")).tls())
                .isEqualTo(TlsSettings.usual().withAuthorities(Path.of("/other.pem")));
        assertThat(from("https://h", Map.of()).tls()).isEqualTo(TlsSettings.usual());
    }

    @Test
    void everyChangeKeepsTheRest() {
        var tls = TlsSettings.usual().withAuthorities(Path.of("/ca.pem"));
        var settings = HubSettings.of(URI.create("http://h"), JO)
                .withProxy(new HttpProxy("proxy", 1))
                .withTls(tls)
                .withCredentials(new Credentials("ann", "k"))
                .withTimeout(Duration.ofSeconds(1))
                .withHeaders(Map.of("A", "b"))
                .withCookies(Map.of("c", "d"))
                .withStrictApi(true)
                .withApplicationId("nuke");
        assertThat(settings)
                .isEqualTo(new HubSettings(
                        URI.create("http://h"),
                        new Credentials("ann", "k"),
                        Duration.ofSeconds(1),
                        Map.of("A", "b"),
                        Map.of("c", "d"),
                        true,
                        "nuke",
                        Optional.of(new HttpProxy("proxy", 1)),
                        tls));
    }

    private static HubSettings from(String server, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.putAll(Map.of("FTRACK_SERVER", server, "FTRACK_API_KEY", "k", "LOGNAME", "jo"));
        return from(all);
    }

    private static HubSettings from(Map<String, String> environment) {
        return HubSettings.fromEnvironment(name -> Optional.ofNullable(environment.get(name)));
    }
}
