package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.hub.HubState;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HubTimesTest extends HubAtPeer {

    private static final Duration CENTURIES = Duration.ofDays(200_000);

    static Stream<UnaryOperator<EventHub.Builder>> options() {
        return Stream.of(
                builder -> builder.connectDeadline(CENTURIES),
                builder -> builder.acknowledgementDeadline(CENTURIES),
                builder -> builder.publishDeadline(CENTURIES),
                builder -> builder.silence(CENTURIES),
                builder -> builder.stableAfter(CENTURIES),
                builder -> builder.catchUp(since -> null, CENTURIES),
                builder -> builder.publishDeadline(Duration.ofSeconds(Long.MAX_VALUE)),
                builder -> builder.silence(Duration.ZERO),
                builder -> builder.stableAfter(Duration.ofNanos(999_999)));
    }

    @ParameterizedTest
    @MethodSource("options")
    void aHubDoesNotLiveByMomentsOrCenturies(UnaryOperator<EventHub.Builder> option) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> option.apply(quick()))
                .withMessageStartingWith("A hub lives by durations from a millisecond up to a year, not by PT");
    }

    @Test
    void aYearIsFine() throws Exception {
        var year = Duration.ofDays(365);
        hub = quick().connectDeadline(year)
                .acknowledgementDeadline(year)
                .publishDeadline(year)
                .silence(year)
                .build();
        live();
        get(hub.publish(Event.of("a", JsonValue.NULL)));
    }

    @Test
    void whoWaitsForEverHarmsNoHub() throws Exception {
        var forEver = Duration.ofSeconds(Long.MAX_VALUE);
        hub.subscribe("topic=ask", event -> Optional.of(JsonValue.TRUE));
        hub.connect();
        assertThat(hub.awaitLive(forEver)).isTrue();
        var unanswered = hub.publishAndAwaitReply(Event.of("nobody", JsonValue.NULL), forEver);
        assertThat(get(hub.publishAndAwaitReply(Event.of("ask", JsonValue.NULL), forEver))
                        .data())
                .isEqualTo(JsonValue.TRUE);
        assertThat(hub.status().state()).isEqualTo(HubState.LIVE);
        assertThat(peer.openConnections()).isEqualTo(1);
        hub.close();
        assertThatNoReply(unanswered);
    }
}
