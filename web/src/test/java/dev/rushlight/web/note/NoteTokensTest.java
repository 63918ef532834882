package dev.rushlight.web.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.web.note.NoteTokens.Token;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTokensTest {

    private final NoteTokens tokens = new NoteTokens(
            List.of("tom", "jo.b"), typed -> new PlaceWords(List.of(NoteSamples.video(48))).find(0, typed));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://example.org/a_(b)?c=1#d. | https://example.org/a_(b)?c=1#d",
                "(http://example.org/x) | http://example.org/x",
                "HTTPS://EXAMPLE.org! | HTTPS://EXAMPLE.org",
                "https://example.org/é, there | https://example.org/é"
            })
    void addressesOfTheWebAreLinksUpToTheEndOfTheirSentence(String text, String link) {
        assertThat(of(text, NoteTokens.Kind.LINK)).containsExactly(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://",
                "https://[",
                "data:text/html,<script>alert(1)</script>",
                "<a href='x'>x</a>",
                "ftp://example.org/x",
                "mail tom@example.org",
                "@nobody",
                "f12x",
                "xf12",
                "00:00:00",
                "@999",
                "@1049",
                "f999999999",
                "00:00:09:00"
            })
    void allElseIsWords(String text) {
        assertThat(tokens.of(text)).allSatisfy(token -> assertThat(token.kind()).isEqualTo(NoteTokens.Kind.WORDS));
        assertThat(together(text)).isEqualTo(text);
    }

    @Test
    void peopleAreNamedAsTheyWereFound() {
        assertThat(of("@Tom, and @jo.b. Not @someone", NoteTokens.Kind.MENTION)).containsExactly("@Tom", "@jo.b");
    }

    @ParameterizedTest
    @CsvSource({"@1044,43", "f43,43", "F0,0", "f1044,43", "00:00:01:19,43", "(00:00:00:05),5", "'@1001.',0"})
    void framesAreMeantByTheirNumberInTheStudioFromZeroAndByTimeCode(String typed, int frame) {
        assertThat(tokens.of("look at %s again".formatted(typed)))
                .filteredOn(token -> token.kind() == NoteTokens.Kind.FRAME)
                .extracting(Token::frame)
                .containsExactly(frame);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\nb",
                "@tom https://example.org/x f43 @1044 00:00:01:00, <b>@tom</b>",
                "https://example.org/https://example.org/",
                "@@tom @tom@tom @-@."
            })
    void allPartsTogetherAreTheText(String text) {
        assertThat(together(text)).isEqualTo(text);
    }

    private String together(String text) {
        return tokens.of(text).stream().map(Token::text).collect(Collectors.joining());
    }

    private List<String> of(String text, NoteTokens.Kind kind) {
        return tokens.of(text).stream()
                .filter(token -> token.kind() == kind)
                .map(Token::text)
                .toList();
    }
}
