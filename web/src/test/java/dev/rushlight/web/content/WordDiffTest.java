package dev.rushlight.web.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.web.content.WordDiff.Part;
import dev.rushlight.web.content.WordDiff.Side;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    @Test
    void onlyTheWordsThatChangedAreToldApart() {
        assertThat(WordDiff.between("the warm light", "the cold light").parts())
                .containsExactly(both("the "), before("warm"), after("cold"), both(" light"));
    }

    @Test
    void aSpaceBetweenTwoChangesBelongsToThem() {
        assertThat(WordDiff.between("a b", "c d").parts()).containsExactly(before("a b"), after("c d"));
    }

    @Test
    void aLineBreakBetweenTwoChangesStays() {
        assertThat(WordDiff.between("a\nb", "c\nd").parts())
                .containsExactly(before("a"), after("c"), both("\n"), before("b"), after("d"));
    }

    @Test
    void bothTextsCanBePutTogetherAgain() {
        var before = "phase = time * speed * 2 * math.pi";
        var after = "phase = (WAVES * along - time * speed) * 2 * math.pi  # ✓ 👩‍🚀";
        var parts = WordDiff.between(before, after).parts();
        assertThat(text(parts, Side.BEFORE)).isEqualTo(before);
        assertThat(text(parts, Side.AFTER)).isEqualTo(after);
    }

    @Test
    void equalTextsAreOnePart() {
        assertThat(WordDiff.between("same", "same").parts()).containsExactly(both("same"));
        assertThat(WordDiff.between("", "").parts()).isEmpty();
        assertThat(WordDiff.between("", "").likeness()).isEqualTo(1);
    }

    @Test
    void likenessIsTheShareOfWhatIsTheSame() {
        assertThat(WordDiff.between("ab cd", "ab ef").likeness()).isEqualTo(0.5);
        assertThat(WordDiff.between("ab", "cd").likeness()).isZero();
    }

    @Test
    void hugeTextsAreToldApartAsAWhole() {
        var before = "a ".repeat(5_000);
        var after = "b ".repeat(5_000);
        assertThat(WordDiff.between("x " + before, "x " + after).parts()).hasSizeLessThan(5);
    }

    private static String text(Iterable<Part> parts, Side side) {
        var text = new StringBuilder();
        parts.forEach(part -> {
            if (part.side() == side || part.side() == Side.BOTH) {
                text.append(part.text());
            }
        });
        return text.toString();
    }

    private static Part both(String text) {
        return new Part(Side.BOTH, text);
    }

    private static Part before(String text) {
        return new Part(Side.BEFORE, text);
    }

    private static Part after(String text) {
        return new Part(Side.AFTER, text);
    }
}
