package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void aNameIsFoundByItsPiecesAndWhereLettersMeetDigits() {
        assertThat(of("sh020_comp_v012")).containsExactlyInAnyOrder("sh020", "sh", "020", "comp", "v012", "012");
    }

    @Test
    void aSingleLetterCountsOnlyWhereItStandsAlone() {
        assertThat(of("a b2")).containsExactlyInAnyOrder("a", "b2");
    }

    @Test
    void accentsAndCaseMakeNoDifference() {
        assertThat(of("Élan CAFÉ Straße ΟΔΟΣ"))
                .isEqualTo(of("elan cafe STRASSE οδος"))
                .contains("elan", "cafe", "strasse");
    }

    @Test
    void whatLooksTheSameIsTheSame() {
        assertThat(of("ﬁx Ａ１０ ２")).isEqualTo(of("fix a10 2"));
    }

    @Test
    void lettersOfOtherScriptsAreWords() {
        assertThat(of("港の朝 हिन्दी")).hasSize(2).contains("港の朝");
        assertThat(of("が")).isEqualTo(of("が"));
    }

    @Test
    void whatIsNeitherLetterNorDigitOnlyDivides() {
        assertThat(of("\0 -- ' % \\ \uD800 ;;")).isEmpty();
        assertThat(of("' or 1=1")).containsExactly("or", "1");
    }

    @Test
    void longWordsAreCutAndManyWordsAreNotAllKept() {
        assertThat(of("x".repeat(500))).containsExactly("x".repeat(SearchWords.LONGEST));
        assertThat(SearchWords.askedFor("y".repeat(500))).containsExactly("y".repeat(SearchWords.LONGEST));
        assertThat(SearchWords.of(List.of(), numbered(500))).hasSize(32);
        assertThat(SearchWords.of(List.of(numbered(500)), "")).hasSize(100);
    }

    @Test
    void whoeverAsksMeansWholeWordsInTheirOrder() {
        assertThat(SearchWords.askedFor("  Comp, sh020_COMP! ")).containsExactly("comp", "sh020");
        assertThat(SearchWords.askedFor(numbered(20))).hasSize(8).startsWith("waa", "wba");
        assertThat(SearchWords.askedFor(" -- ")).isEmpty();
    }

    private static String numbered(int words) {
        return IntStream.range(0, words)
                .mapToObj(number -> "w%c%c".formatted('a' + number % 26, 'a' + number / 26))
                .collect(Collectors.joining(" "));
    }

    private static Set<String> of(String title) {
        return SearchWords.of(List.of(title), "");
    }
}
