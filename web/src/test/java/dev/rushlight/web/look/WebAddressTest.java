package dev.rushlight.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://artist:8000/shot.mp4", "https://example.org/a%20b?c=d#e", "HTTPS://EXAMPLE.org/"})
    void webAddressesMayBecomePartOfAPage(String address) {
        assertThat(WebAddress.of(URI.create(address))).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,hello",
                "file:///etc/passwd",
                "vbscript:x",
                "/relative",
                "//host/path",
                "http:opaque",
                "ftp://example.org/"
            })
    void anythingElseMayNot(String address) {
        assertThat(WebAddress.of(URI.create(address))).isEmpty();
    }

    @Test
    void foreignLettersAreEscaped() {
        assertThat(WebAddress.of(URI.create("https://example.org/küche"))).contains("https://example.org/k%C3%BCche");
    }
}
