package dev.rushlight.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HttpProxy;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.TlsSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioNetworkTest {

    private static final HubSettings HUB =
            HubSettings.of(URI.create("https://studio.example"), new Credentials("jo", "key"));

    @TempDir
    private Path directory;

    @Test
    void withoutSettingsHubsAreReachedDirectlyAndTrustedAsJavaDoes() {
        var reached = network(Map.of()).reach(HUB);
        assertThat(reached.proxy()).isEmpty();
        assertThat(reached.tls()).isEqualTo(TlsSettings.usual());
    }

    @Test
    void aProxyIsUsedForHubs() {
        var reached = network(Map.of("RUSHLIGHT_HUB_PROXY", "http://proxy.studio.example:3128"))
                .reach(HUB);
        assertThat(reached.proxy()).contains(new HttpProxy("proxy.studio.example", 3128));
    }

    @Test
    void aProxyThatMakesNoSenseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(Map.of("RUSHLIGHT_HUB_PROXY", "socks5://proxy")))
                .withMessageContaining("RUSHLIGHT_HUB_PROXY")
                .withMessageContaining("http://");
    }

    @Test
    void aFileOfAuthoritiesThatIsNotThereIsNamed() {
        var missing = directory.resolve("studio-ca.pem").toString();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(Map.of("RUSHLIGHT_HUB_CA", missing)))
                .withMessageContaining("RUSHLIGHT_HUB_CA")
                .withMessageContaining(missing);
    }

    @Test
    void aCertificateThatCannotBeOpenedIsNamedAndItsPasswordIsNot() throws Exception {
        var file = Files.writeString(directory.resolve("client.p12"), "no certificate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(Map.of(
                        "RUSHLIGHT_HUB_CERTIFICATE",
                        file.toString(),
                        "RUSHLIGHT_HUB_CERTIFICATE_PASSWORD",
                        "pass-canary")))
                .withMessageContaining("RUSHLIGHT_HUB_CERTIFICATE")
                .withMessageContaining("client.p12")
                .withMessageNotContaining("pass-canary");
    }

    private static StudioNetwork network(Map<String, String> settings) {
        return StudioNetwork.from(name -> Optional.ofNullable(settings.get(name)));
    }
}
