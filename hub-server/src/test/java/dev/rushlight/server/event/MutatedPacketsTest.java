package dev.rushlight.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.server.ManualTicker;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MutatedPacketsTest {
    private static final long SEED = 20_261_123;
    private static final int PACKETS = 20_000;
    private static final List<String> ORIGINALS = List.of(
            "0::",
            "2:::",
            "5:1+::" + TestClient.subscription("s1", "topic=a and not (data.x != \\\"y\\\" or source.id=h*)"),
            "5:2+::" + TestClient.event("ftrack.meta.unsubscribe", "{\"subscriber\":{\"id\":\"s1\"}}"),
            "5:3+::" + TestClient.event("a", "{\"n\":[1,2.5e3,null,true,\"\\u00e9\"]}"),
            "5:4+::" + TestClient.targeted("a", "{}", "id=s1 and applicationId=x"),
            "6:::1+[{\"success\":true}]",
            "7:::reason+advice");
    private static final String ODD = "\0\"\\{}[]:,+-*.eE0159\u00e9\u2028\ud83d\ufffd \n'=!<>()/";

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void mutatedPacketsHarmNobodyElse() {
        var router = new Router();
        var ticker = new ManualTicker();
        var witness =
                new TestClient("witness", router, EventLimits.standard(), ticker).subscribed("w", "topic=witness");
        var attacker = new TestClient("attacker", router, EventLimits.standard(), ticker);

        for (var i = 0; i < PACKETS; i++) {
            attacker.says(mutated());
            if (attacker.wire().ending().isPresent()) {
                attacker.connection().closed();
                attacker = new TestClient("attacker", router, EventLimits.standard(), ticker);
            }
        }

        witness.hears();
        witness.says("5:7+::" + TestClient.event("witness", "{}"));
        assertThat(witness.hears()).hasSize(2).contains("6:::7+[{\"success\":true}]");
        assertThat(witness.wire().ending()).isEmpty();
    }

    private String mutated() {
        var packet = new StringBuilder(ORIGINALS.get(random.nextInt(ORIGINALS.size())));
        for (var times = random.nextInt(1, 6); times > 0; times--) {
            mutate(packet);
        }
        return packet.toString();
    }

    private void mutate(StringBuilder packet) {
        var at = random.nextInt(packet.length() + 1);
        switch (random.nextInt(4)) {
            case 0 -> packet.insert(at, ODD.charAt(random.nextInt(ODD.length())));
            case 1 -> packet.delete(at, Math.min(packet.length(), at + random.nextInt(1, 10)));
            case 2 -> packet.insert(at, packet.substring(at, Math.min(packet.length(), at + random.nextInt(1, 40))));
            default -> {
                if (at < packet.length()) {
                    packet.setCharAt(at, ODD.charAt(random.nextInt(ODD.length())));
                }
            }
        }
    }
}
