package dev.rushlight.hub.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {

    @Test
    void theAnswerIsReadAndWritten() {
        var handshake = Handshake.parse("4d4f185e96a7b:15:60:websocket,xhr-polling\n");
        assertThat(handshake.sid()).isEqualTo("4d4f185e96a7b");
        assertThat(handshake.heartbeat()).isEqualTo(Duration.ofSeconds(15));
        assertThat(handshake.close()).isEqualTo(Duration.ofSeconds(60));
        assertThat(handshake.transports()).isEqualTo(List.of("websocket", "xhr-polling"));
        assertThat(handshake.offersWebSocket()).isTrue();
        assertThat(handshake.format()).isEqualTo("4d4f185e96a7b:15:60:websocket,xhr-polling");
    }

    @Test
    void theDigitsAreThoseOfTheProtocolInEveryLocale() {
        var usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat("%d".formatted(15))
                    .as("what this locale does to numbers")
                    .isNotEqualTo("15");
            assertThat(Handshake.parse("s1:15:60:websocket").format()).isEqualTo("s1:15:60:websocket");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void timesMayBeLeftOut() {
        assertThat(Handshake.parse("s:::websocket").heartbeat()).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sid",
                "sid:15:60",
                ":15:60:websocket",
                "{\"exception\":\"x\",\"content\":\"y\",\"a\":1}",
                "../../api:15:60:websocket",
                "a b:15:60:websocket",
                "sid:x:60:websocket",
                "sid:-1:60:websocket",
                "sid:99999999999999:60:websocket"
            })
    void anAnswerThatIsNoneIsRefused(String text) {
        assertThatExceptionOfType(MalformedHandshake.class).isThrownBy(() -> Handshake.parse(text));
    }

    @Test
    void theSessionIdDoesNotPrint() {
        assertThat(Handshake.parse("s3cret:15:60:websocket")).asString().doesNotContain("s3cret");
    }
}
