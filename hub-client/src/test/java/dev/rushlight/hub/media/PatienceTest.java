package dev.rushlight.hub.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PatienceTest {

    private final Patience patience = UploadTest.patience(Duration.ofSeconds(10));
    private final Meter meter = new Meter((done, total) -> {}, 100);
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void whatGetsFurtherEachTimeIsTriedAsOftenAsItTakes() {
        var part = meter.part();
        var result = patience.keepTrying("It", meter, () -> {}, () -> {
            part.reached(tries.incrementAndGet());
            if (tries.get() < 50) {
                throw new IOException("broken");
            }
            return "there";
        });
        assertThat(result).isEqualTo("there");
    }

    @Test
    void whatGetsNoFurtherIsGivenUp() {
        var part = meter.part();
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(() -> patience.keepTrying("It", meter, () -> {}, () -> {
                    part.reached(Math.min(3, tries.incrementAndGet()));
                    throw new IOException("broken");
                }))
                .withMessage("It failed, tried 7 times: broken");
    }

    @Test
    void aCertificateThatIsNotTrustedIsNotTriedTwice() {
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(() -> patience.keepTrying("It", meter, () -> {}, () -> {
                    var failure = new SSLHandshakeException("PKIX path building failed");
                    failure.initCause(new CertificateException("unknown"));
                    throw failure;
                }))
                .withMessage("It failed, tried once: PKIX path building failed");
    }

    @Test
    void aSilenceThatLastedTooLongIsNotBrokenByOneMoreTry() {
        var impatient = UploadTest.patience(Duration.ZERO);
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(() -> impatient.keepTrying("It", meter, () -> {}, () -> {
                    throw new IOException("broken");
                }))
                .withMessage("It failed, tried once: broken");
    }

    @Test
    void anExchangeThatIsGivenUpIsCancelled() {
        var exchange = new CompletableFuture<String>();
        var impatient = UploadTest.patience(Duration.ofMillis(1));
        var ticks = new AtomicInteger();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> impatient.await(exchange, new Pulse(), ticks::incrementAndGet))
                .withMessage("nothing moved for 1 ms");
        assertThat(exchange).isCancelled();
        assertThat(ticks).hasValue(1);
    }

    @Test
    void aListenerHearsOnlyNews() {
        var heard = new ArrayList<String>();
        var metered = new Meter((done, total) -> heard.add(done + "/" + total), 10);
        var part = metered.part();
        metered.report();
        metered.report();
        part.reached(7);
        part.reached(3);
        metered.report();
        metered.part().reached(3);
        metered.report();
        metered.report();
        assertThat(heard).containsExactly("0/10", "7/10", "10/10");
    }
}
