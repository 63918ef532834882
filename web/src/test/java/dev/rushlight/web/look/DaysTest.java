package dev.rushlight.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void daysAreWrittenInOneWayAndReadInSeveral() {
        assertThat(Days.words().getDateFormats()).startsWith("d MMM yyyy").contains("yyyy-MM-dd", "M/d/yyyy");
    }
}
