package dev.rushlight.web.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Due|2026-11-20|20 Nov 2026
                    Due|2026-11-20T09:30:00+02:00|20 Nov 2026, 07:30 UTC
                    Due|2026-02-31|2026-02-31
                    Budget|1250000|1,250,000
                    Budget|12500.50|12,500.50
                    Budget|-40000|-40,000
                    Bid|9999|9999
                    Ticket number|1043921|1043921
                    Frame range|1001-1124|1001-1124
                    Code|00012|00012
                    Estimate|5 days|5 days
                    """)
    void datesAndGreatNumbersAreReadable(String name, String given, String readable) {
        assertThat(new FieldValue(given).readable(name)).isEqualTo(readable);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-20|2026-11-23|3 days later
                    2026-11-20|2026-11-19|1 day earlier
                    100|125|+25 (25 %)
                    0|4|+4
                    18000|24500|+6,500 (36 %)
                    5.5|5.0|−0.5 (9 %)
                    """)
    void theWayFromOneToTheOtherIsTold(String before, String after, String difference) {
        assertThat(new FieldValue(after).since(new FieldValue(before))).contains(difference);
    }

    @Test
    void whatIsNoAmountHasNoDifference() {
        assertThat(new FieldValue("Ready").since(new FieldValue("3"))).isEmpty();
        assertThat(new FieldValue("3").since(new FieldValue("3"))).isEmpty();
        assertThat(new FieldValue("2026-11-20").since(new FieldValue("2026-11-20")))
                .isEmpty();
    }
}
