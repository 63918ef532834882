package dev.rushlight.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.server.ManualTicker;
import dev.rushlight.server.TestDatabase;
import dev.rushlight.server.account.Admission.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatekeeperTest {
    private static final String ADDRESS = "192.0.2.1";

    private final ManualTicker ticker = new ManualTicker();
    private final Accounts accounts = Accounts.open(TestDatabase.empty());
    private final Gatekeeper gatekeeper = new Gatekeeper(accounts, ticker);
    private final String key = accounts.issueKey("jo").key();

    @Test
    void goodKeyIsAdmitted() {
        var admission = gatekeeper.admit(ADDRESS, "jo", key);

        assertThat(admission.verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.account()).map(Account::username).contains("jo");
    }

    @Test
    void wrongMissingAndAbsurdCredentialsLookAlike() {
        var refused = gatekeeper.admit(ADDRESS, "jo", "wrong");

        assertThat(refused.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(refused.account()).isEmpty();
        assertThat(gatekeeper.admit(ADDRESS, "nobody", key)).isEqualTo(refused);
        assertThat(gatekeeper.admit(ADDRESS, "", "")).isEqualTo(refused);
        assertThat(gatekeeper.admit(ADDRESS, "jo", "x".repeat(1_000_000))).isEqualTo(refused);
    }

    @Test
    void guessesAreNotLookedAtForAWhile() {
        guess(5);

        var admission = gatekeeper.admit(ADDRESS, "jo", key);

        assertThat(admission.verdict()).isEqualTo(Verdict.TOO_SOON);
        assertThat(admission.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        ticker.advance(Duration.ofSeconds(1));
        assertThat(verdictOn(ADDRESS)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void goodKeyFromAnotherAddressIsAdmittedMeanwhile() {
        guess(50);

        assertThat(verdictOn("192.0.2.2")).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void keyThatWasGoodBeforeIsAdmittedMeanwhile() {
        assertThat(verdictOn(ADDRESS)).isEqualTo(Verdict.ADMITTED);
        guess(50);

        assertThat(verdictOn(ADDRESS)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void revokedKeyThatWasGoodBeforeIsRefused() {
        var other = accounts.issueKey("jo");
        assertThat(gatekeeper.admit(ADDRESS, "jo", other.key()).verdict()).isEqualTo(Verdict.ADMITTED);

        accounts.revoke(other.id());

        assertThat(gatekeeper.admit(ADDRESS, "jo", other.key()).verdict()).isEqualTo(Verdict.REFUSED);
    }

    private Verdict verdictOn(String address) {
        return gatekeeper.admit(address, "jo", key).verdict();
    }

    private void guess(int times) {
        for (var i = 0; i < times; i++) {
            gatekeeper.admit(ADDRESS, "jo", "wrong" + i);
        }
    }
}
