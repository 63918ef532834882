package dev.rushlight.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sh010.png|sh010.png",
                "../../etc/passwd|passwd",
                "..\\..\\windows\\system.ini|system.ini",
                "C:\\Users\\m\\a b.txt|a b.txt",
                "/|file",
                "..|file",
                ".|file",
                "' '|file",
                "''|file",
                "naïve 名.png|naïve 名.png",
                "<img src=x onerror=alert(1)>.png|<img src=x onerror=alert(1)>.png"
            })
    void theLastPartOfAPathIsShown(String given, String shown) {
        assertThat(FileName.of(given)).isEqualTo(shown);
    }

    @Test
    void whatCannotBeSeenIsLeftOut() {
        assertThat(FileName.of("in\u0000v\r\no\u202eic\u200be\ud800.pdf")).isEqualTo("invoice.pdf");
    }

    @Test
    void aLongNameIsCutBetweenItsCharacters() {
        assertThat(FileName.of("x".repeat(300))).hasSize(200);
        assertThat(FileName.of("x".repeat(199) + "😀.png")).isEqualTo("x".repeat(199));
    }
}
