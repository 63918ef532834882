package dev.rushlight.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @Test
    void aTrailingSlashIsLeftOut() {
        assertThat(ServerAddress.of(URI.create("https://studio.ftrackapp.com/")).text())
                .isEqualTo("https://studio.ftrackapp.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8090", "http://127.0.0.1:8090", "http://[::1]:8090", "HTTPS://studio.example"})
    void whatLeaksNothingIsAccepted(String address) {
        assertThat(ServerAddress.of(URI.create(address)).text()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://studio.example",
                "ftp://studio.example",
                "studio.example",
                "https:///path",
                "https://user:key@studio.example",
                "https://studio.example?api_key=1",
                "https://studio.example#key",
                "file:///etc/passwd",
                "javascript:alert(1)"
            })
    void whatCannotBeRightIsRefused(String address) {
        assertThatExceptionOfType(UnacceptableConnection.class).isThrownBy(() -> ServerAddress.of(URI.create(address)));
    }

    @Test
    void plainHttpCanBeAllowed() {
        System.setProperty("RUSHLIGHT_ALLOW_PLAIN_HTTP", "true");
        try {
            assertThat(ServerAddress.of(URI.create("http://studio.example")).text())
                    .isEqualTo("http://studio.example");
        } finally {
            System.clearProperty("RUSHLIGHT_ALLOW_PLAIN_HTTP");
        }
    }
}
