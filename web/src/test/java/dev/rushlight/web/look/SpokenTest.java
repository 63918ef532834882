package dev.rushlight.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpokenTest {

    @Test
    void durationsAreSaidInTheUnitThatFits() {
        assertThat(Spoken.duration(Duration.ofMillis(400))).isEqualTo("0 s");
        assertThat(Spoken.duration(Duration.ofSeconds(90))).isEqualTo("90 s");
        assertThat(Spoken.duration(Duration.ofMinutes(3))).isEqualTo("3 min");
        assertThat(Spoken.duration(Duration.ofHours(5))).isEqualTo("5 h");
        assertThat(Spoken.duration(Duration.ofDays(3))).isEqualTo("3 d");
        assertThat(Spoken.duration(Duration.ofSeconds(-3))).isEqualTo("0 s");
    }
}
