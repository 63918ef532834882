package dev.rushlight.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.server.ManualTicker;
import dev.rushlight.server.account.Account;
import dev.rushlight.server.account.AccountId;
import dev.rushlight.server.account.Accounts;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HandshakesTest {
    private static final Account JO = account("jo");

    private final ManualTicker ticker = new ManualTicker();
    private final Handshakes handshakes = new Handshakes(EventLimits.standard(), ticker);

    @Test
    void sidIsRandom() {
        assertThat(begin(JO)).matches("[0-9a-f]{32}").isNotEqualTo(begin(JO));
    }

    @Test
    void sidIsGoodOnce() {
        var sid = begin(JO);

        assertThat(handshakes.complete(sid)).contains(JO);
        assertThat(handshakes.complete(sid)).isEmpty();
    }

    @Test
    void unknownSidIsNoGood() {
        begin(JO);

        assertThat(handshakes.complete("0123456789abcdef0123456789abcdef")).isEmpty();
    }

    @Test
    void sidIsGoodForHalfAMinute() {
        var first = begin(JO);
        var second = begin(JO);

        ticker.advance(Duration.ofSeconds(30));
        assertThat(handshakes.complete(first)).contains(JO);
        ticker.advance(Duration.ofNanos(1));
        assertThat(handshakes.complete(second)).isEmpty();
    }

    @Test
    void waitingHandshakesAreBounded() {
        for (var i = 0; i < EventLimits.standard().openHandshakes(); i++) {
            begin(account("user" + i));
        }
        assertThat(handshakes.begin(JO, () -> true)).isEmpty();
        assertThat(handshakes.begin(account(Accounts.OWN), () -> true)).isPresent();

        ticker.advance(Duration.ofSeconds(31));
        assertThat(handshakes.begin(JO, () -> true)).isPresent();
    }

    @Test
    void oneAccountLeavesRoomForOthers() {
        var own = account(Accounts.OWN);
        for (var i = 0; i < EventLimits.standard().openHandshakesPerAccount(); i++) {
            begin(JO);
            begin(own);
        }

        assertThat(handshakes.begin(JO, () -> true)).isEmpty();
        assertThat(handshakes.begin(account("ann"), () -> true)).isPresent();
        assertThat(handshakes.begin(own, () -> true)).isPresent();

        ticker.advance(Duration.ofSeconds(31));
        assertThat(handshakes.begin(JO, () -> true)).isPresent();
    }

    @Test
    void sidIsAsGoodAsItsKey() {
        var good = new AtomicBoolean(true);
        var sid = handshakes.begin(JO, good::get).orElseThrow();

        assertThat(handshakes.isStillGood(sid)).isTrue();
        good.set(false);
        assertThat(handshakes.isStillGood(sid)).isFalse();
        assertThat(handshakes.isStillGood("unknown")).isFalse();
    }

    @Test
    void handshakesOfAWithdrawnAccountAreForgotten() {
        var ann = account("ann");
        var sidOfJo = begin(JO);
        var sidOfAnn = begin(ann);

        handshakes.forget(JO.id());

        assertThat(handshakes.complete(sidOfJo)).isEmpty();
        assertThat(handshakes.complete(sidOfAnn)).contains(ann);
    }

    @Test
    void nobodyIsLetInAfterTheClose() {
        var sid = begin(JO);

        handshakes.close();

        assertThat(handshakes.complete(sid)).isEmpty();
        assertThat(handshakes.begin(JO, () -> true)).isEmpty();
    }

    private String begin(Account account) {
        return handshakes.begin(account, () -> true).orElseThrow();
    }

    private static Account account(String username) {
        return new Account(new AccountId(UUID.randomUUID()), username);
    }
}
