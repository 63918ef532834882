package dev.rushlight.hub.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketCodecTest {

    static Stream<Arguments> packets() {
        return Stream.of(
                Arguments.of("0::", new Disconnect()),
                Arguments.of("0", new Disconnect()),
                Arguments.of("1::", new Connect()),
                Arguments.of("1::/endpoint", new Connect()),
                Arguments.of("2::", new Heartbeat()),
                Arguments.of("2:::", new Heartbeat()),
                Arguments.of("2", new Heartbeat()),
                Arguments.of("3:::some: text", new Message("some: text")),
                Arguments.of("3:::", new Message("")),
                Arguments.of("4:::{\"a\":1}", new Json("{\"a\":1}")),
                Arguments.of(
                        "5:::{\"name\":\"ftrack.event\",\"args\":[]}",
                        EventPacket.of("{\"name\":\"ftrack.event\",\"args\":[]}")),
                Arguments.of("5:1+::{\"a\":\"b:c\"}", EventPacket.withAck(1, "{\"a\":\"b:c\"}")),
                Arguments.of("5:12:/e:{}", new EventPacket(OptionalLong.of(12), false, "{}")),
                Arguments.of("6:::1+[{\"success\": true}]", new Ack(1, "[{\"success\": true}]")),
                Arguments.of("6:::7", new Ack(7, "[]")),
                Arguments.of("6:::7+", new Ack(7, "[]")),
                Arguments.of("7:::bad+reconnect", new Fault("bad", "reconnect")),
                Arguments.of("7:::1", new Fault("1", "")),
                Arguments.of("7::", new Fault("", "")),
                Arguments.of("8::", new Noop()));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void everyFormOnTheWireIsRead(String text, Packet packet) {
        assertThat(PacketCodec.decode(text)).isEqualTo(packet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "::",
                "9::",
                "x::",
                "55::{}",
                "5:1",
                "2:",
                "5::",
                "5:::",
                "5:+::{}",
                "5:a+::{}",
                "5:-1+::{}",
                "5:1++::{}",
                "5:9999999999999999999+::{}",
                "6::",
                "6:::",
                "6:::+[]",
                "6:::x+[]",
                "6:::-1+[{}]",
                "6:::99999999999999999999+[]",
                "{}",
                "\u0000"
            })
    void whatIsNoPacketIsRefused(String text) {
        assertThatExceptionOfType(MalformedPacket.class).isThrownBy(() -> PacketCodec.decode(text));
    }

    @Test
    void clientsAskForAcknowledgementsAndServersSendNoId() {
        assertThat(PacketCodec.encode(EventPacket.withAck(3, "{}"))).isEqualTo("5:3+::{}");
        assertThat(PacketCodec.encode(EventPacket.of("{}"))).isEqualTo("5:::{}");
        assertThat(PacketCodec.encode(new Ack(3, "[{\"success\":true}]"))).isEqualTo("6:::3+[{\"success\":true}]");
        assertThat(PacketCodec.encode(new Disconnect())).isEqualTo("0::");
        assertThat(PacketCodec.encode(new Connect())).isEqualTo("1::");
        assertThat(PacketCodec.encode(new Heartbeat())).isEqualTo("2::");
        assertThat(PacketCodec.encode(new Message("hi: there"))).isEqualTo("3:::hi: there");
        assertThat(PacketCodec.encode(new Json("[]"))).isEqualTo("4:::[]");
        assertThat(PacketCodec.encode(new Fault("why", "reconnect"))).isEqualTo("7:::why+reconnect");
    }

    @Test
    void aNoopIsNeverWritten() {
        assertThatIllegalArgumentException().isThrownBy(() -> PacketCodec.encode(new Noop()));
    }

    @Test
    void anAcknowledgementNeedsAnId() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EventPacket(OptionalLong.empty(), true, "{}"));
    }

    @Test
    void aRefusalQuotesLittleAndOnOneLine() {
        assertThatExceptionOfType(MalformedPacket.class)
                .isThrownBy(() -> PacketCodec.decode("evil\n" + "x".repeat(1_000_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(100).doesNotContain("\n"));
    }
}
