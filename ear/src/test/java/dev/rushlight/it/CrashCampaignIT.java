package dev.rushlight.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.it.CrashStore.Kind;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise that a decision which was shown as saved is never lost, and reaches the hub once and in order.
 * {@code ./rushlight campaign crash} makes it as large as a release needs.
 */
@ExtendWith(SharedStudio.class)
@Timeout(value = 2, unit = TimeUnit.HOURS)
class CrashCampaignIT {
    private static final boolean FULL =
            System.getProperty("rushlight.campaign", "").equals("full");
    private static final int DECISIONS = Integer.getInteger("rushlight.campaign.decisions", FULL ? 2_000 : 40);
    private static final int KILLS = Integer.getInteger("rushlight.campaign.kills", FULL ? 30 : 2);
    private static final int CUTS = Integer.getInteger("rushlight.campaign.cuts", FULL ? KILLS : 2);
    private static final long SEED = Long.getLong("rushlight.campaign.seed", 7);

    static Stream<Kind> databases() {
        var asked = System.getProperty("rushlight.campaign.database", FULL ? "" : "h2")
                .toUpperCase(Locale.ROOT);
        return asked.isEmpty() ? Stream.of(Kind.values()) : Stream.of(Kind.valueOf(asked));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothingIsLostDoubledOrReorderedWhileTheServerIsKilled(Kind database, Studio studio) throws Exception {
        var hub = studio.remote().rushlight();
        try (var store = CrashStore.open(database);
                var campaign = new CrashCampaign(hub, store, DECISIONS, KILLS, CUTS, SEED)) {
            var verdict = campaign.run();

            assertThat(verdict.findings()).isEmpty();
            assertThat(verdict.ok()).isGreaterThanOrEqualTo(DECISIONS);
            assertThat(verdict.kills()).isEqualTo(KILLS);
        }
    }
}
