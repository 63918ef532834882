package dev.rushlight.hub.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretAddressTest {

    private final HubSettings secure = settings("https://studio.example");
    private final HubSettings plain = settings("http://studio.example");

    @Test
    void noMoreThanTheHostPrints() {
        assertThat(SecretAddress.given("https://a:b@bucket.example:9000/k/e/y?signature=s#t", secure))
                .hasToString("https://bucket.example:9000");
    }

    @ParameterizedTest
    @CsvSource({
        "https://bucket.example/x, https://bucket.example/x",
        "//bucket.example/x, https://bucket.example/x",
        "/x?y=1, https://studio.example:8443/x?y=1",
        "../x, https://studio.example:8443/a/x"
    })
    void aRedirectIsReadFromWhereItIsGiven(String location, String target) {
        var here = SecretAddress.given("https://studio.example:8443/a/b/c?id=1", secure);
        assertThat(here.redirected(location, secure).uri()).hasToString(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://studio.example/x", "HTTP://bucket.example/x", "ftp://bucket.example/", "no url: s"})
    void aRedirectDoesNotLeaveHttps(String location) {
        var here = SecretAddress.given("https://studio.example/a", secure);
        assertThatExceptionOfType(TransferFailed.class).isThrownBy(() -> here.redirected(location, secure));
    }

    @Test
    void whatIsPlainMayStayPlain() {
        assertThat(SecretAddress.given("http://bucket.example/x", plain).uri()).hasToString("http://bucket.example/x");
    }

    @Test
    void aPortThatCannotBeIsRefused() {
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(() -> SecretAddress.given("http://bucket.example:65536/x", plain))
                .withMessage("The server gave an address with a port that cannot be");
    }

    private static HubSettings settings(String server) {
        return HubSettings.of(URI.create(server), new Credentials("jo", "k"));
    }
}
