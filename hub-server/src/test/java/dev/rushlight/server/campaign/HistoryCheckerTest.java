package dev.rushlight.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.hub.Delivery;
import dev.rushlight.server.campaign.HistoryChecker.Verdict;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker of the campaigns finds every misdeed in forged histories. */
class HistoryCheckerTest {
    @TempDir
    private Path directory;

    @Test
    void decentHistoryHasNoFault() {
        assertThat(check(invoked(1), settled(1), recorded(1), invoked(2), recorded(2), settled(2)))
                .isEqualTo(new Verdict(2, 2, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void acknowledgedEventThatNobodySawIsLost() {
        assertThat(check(invoked(1), settled(1), invoked(2), settled(2), recorded(2))
                        .lost())
                .isEqualTo(1);
    }

    @Test
    void silenceAboutAnEventIsALossAndNoSettlement() {
        var verdict = check(invoked(1));
        assertThat(verdict.lost()).isEqualTo(1);
        assertThat(verdict.unsettled()).isEqualTo(1);
    }

    @Test
    void eventThatWasGivenUpIsNotLostButUnconfirmed() {
        var verdict = check(invoked(1), "{\"what\":\"settled\",\"id\":\"e1\",\"result\":\"UNCONFIRMED\"}");
        assertThat(verdict.lost()).isZero();
        assertThat(verdict.unconfirmed()).isEqualTo(1);
    }

    @Test
    void settlingTwiceIsAFault() {
        assertThat(check(invoked(1), settled(1), settled(1), recorded(1)).unsettled())
                .isEqualTo(1);
    }

    @Test
    void sameEventAgainIsRedeliveredWithoutEffect() {
        var verdict = check(invoked(1), recorded(1), invoked(2), recorded(2), recorded(1), settled(1), settled(2));
        assertThat(verdict).isEqualTo(new Verdict(2, 2, 0, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void sameThingUnderAnotherIdIsADoubleEffect() {
        var verdict = check(
                invoked(1),
                recorded(1),
                settled(1),
                "{\"what\":\"invoke\",\"n\":1,\"id\":\"other\"}",
                "{\"what\":\"recorded\",\"n\":1,\"id\":\"other\"}",
                "{\"what\":\"settled\",\"id\":\"other\",\"result\":\"ACKNOWLEDGED\"}");
        assertThat(verdict.doubleEffects()).isEqualTo(1);
    }

    @Test
    void laterEventThatArrivesFirstIsAnInversion() {
        assertThat(check(invoked(1), invoked(2), recorded(2), recorded(1)).inversions())
                .isEqualTo(1);
    }

    @Test
    void recordedEventThatNobodyPublishedIsAPhantom() {
        assertThat(check(recorded(1)).phantoms()).isEqualTo(1);
    }

    @Test
    void eventThatChangedOnItsWayIsAPhantom() {
        assertThat(check(invoked(1), "{\"what\":\"recorded\",\"n\":2,\"id\":\"e1\"}")
                        .phantoms())
                .isEqualTo(1);
    }

    @Test
    void unknownLineIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check("{\"what\":\"forgotten\",\"id\":\"e1\"}"))
                .withMessageContaining("forgotten");
    }

    @Test
    void writtenHistoryIsReadAsItWasNoted() throws Exception {
        var history = new History(directory.resolve("target/a.jsonl"));
        try (history) {
            history.invoked(7, "e7");
            history.settled("e7", Delivery.acknowledged());
            history.recorded(7, "e7");
        }
        assertThat(HistoryChecker.check(history.file())).isEqualTo(new Verdict(1, 1, 0, 0, 0, 0, 0, 0, 0));
    }

    private static Verdict check(String... lines) {
        return HistoryChecker.check(Stream.of(lines));
    }

    private static String invoked(long n) {
        return "{\"what\":\"invoke\",\"n\":%s,\"id\":\"e%s\"}".formatted(n, n);
    }

    private static String settled(long n) {
        return "{\"what\":\"settled\",\"id\":\"e%s\",\"result\":\"ACKNOWLEDGED\"}".formatted(n);
    }

    private static String recorded(long n) {
        return "{\"what\":\"recorded\",\"n\":%s,\"id\":\"e%s\"}".formatted(n, n);
    }
}
