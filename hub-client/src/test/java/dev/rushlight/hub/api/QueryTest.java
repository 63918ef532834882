package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.hub.JsonText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private final ScriptedCalls calls = new ScriptedCalls();
    private final Entities session = calls.session();

    @Test
    void aQueryThatSelectsNothingGetsTheDefaultProjections() {
        calls.find();
        session.query("Task where name is \"x\"").all();
        assertThat(calls.asked()).isEqualTo("select id, name from Task where name is \"x\" offset 0 limit 500");
    }

    @Test
    void aQueryThatSelectsIsAskedAsItIs() {
        calls.find();
        session.query("select name, parent.name\n from Task").all();
        assertThat(calls.asked()).isEqualTo("select name, parent.name\n from Task offset 0 limit 500");
    }

    @Test
    void aTypeWithoutDefaultProjectionsIsAskedForItsKey() {
        calls.find();
        session.query("Counter").all();
        assertThat(calls.asked()).isEqualTo("select id from Counter offset 0 limit 500");
    }

    @Test
    void anUnknownTypeIsRefusedWithTheClosestName() {
        assertThatExceptionOfType(UnknownEntityType.class)
                .isThrownBy(() -> session.query("Tsk where name is \"x\""))
                .withMessage("The server knows no entity type Tsk; did you mean Task?");
        assertThatExceptionOfType(UnknownEntityType.class)
                .isThrownBy(() -> session.query("select id from status"))
                .withMessageContaining("did you mean Status?");
        assertThat(calls.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "select", "select from", "select name where id is 1", "\"Task\""})
    void whatIsNoQueryIsRefused(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.query(expression))
                .withMessageContaining("A query reads");
    }

    @Test
    void nothingIsAskedBeforeTheFirstEntityIsWanted() {
        var query = session.query("Task");
        query.stream();
        query.iterator();
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void theNextPageIsAskedForWhenItIsReached() {
        calls.page("2", task("a"), task("b")).find(task("c"));
        var tasks = session.query("Task").pageSize(2).iterator();
        tasks.next();
        tasks.next();
        assertThat(calls.asked()).endsWith(" offset 0 limit 2");
        assertThat(tasks.next().id()).isEqualTo("c");
        assertThat(calls.asked()).endsWith(" offset 2 limit 2");
        assertThat(tasks).isExhausted();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(tasks::next);
    }

    @Test
    void aStreamThatHasEnoughAsksForNoMore() {
        calls.page("2", task("a"), task("b"));
        assertThat(session.query("Task").stream().limit(2).map(Entity::id)).containsExactly("a", "b");
        assertThat(calls.sent()).hasSize(1);
    }

    @Test
    void everyReadingAsksAnew() {
        calls.find(task("a")).find(task("a"), task("b"));
        var query = session.query("Task");
        assertThat(query.all()).hasSize(1);
        assertThat(query.all()).hasSize(2);
    }

    @Test
    void aLimitAndAnOffsetInTheExpressionAreKept() {
        calls.page("12", task("a"), task("b")).page("14", task("c"), task("d"));
        assertThat(session.query("Task order by name offset 10 limit 3")
                        .pageSize(2)
                        .all())
                .extracting(Entity::id)
                .containsExactly("a", "b", "c");
        assertThat(calls.sent())
                .hasSize(2)
                .satisfiesExactly(
                        first ->
                                assertThat(first).contains("select id, name from Task order by name offset 10 limit 2"),
                        second -> assertThat(second)
                                .contains("select id, name from Task order by name offset 12 limit 1"));
    }

    @Test
    void theWindowMayBeGivenInEitherOrderAndWithBoundValues() {
        calls.find();
        session.query("Task limit {} offset {}", 7, 3).all();
        assertThat(calls.asked()).isEqualTo("select id, name from Task offset 3 limit 7");
    }

    @Test
    void twoLimitsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.query("Task limit 1 limit 2"))
                .withMessageContaining("one limit");
    }

    @Test
    void aLimitOfNothingAsksNothing() {
        assertThat(session.query("Task limit 0").all()).isEmpty();
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void wordsInQuotedTextAreNoWindow() {
        calls.find();
        session.query("Task where name is \"the limit 5\"").all();
        assertThat(calls.asked()).endsWith("is \"the limit 5\" offset 0 limit 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "499"})
    void aServerThatDoesNotAdvanceIsNotFollowed(String next) {
        calls.page("500", task("a")).page(next, task("b"));
        assertThatExceptionOfType(MalformedAnswer.class)
                .isThrownBy(() -> session.query("Task").all())
                .withMessageContaining("row 500");
    }

    @Test
    void aServerThatGivesNothingForEverIsNotFollowed() {
        IntStream.rangeClosed(1, 200).forEach(i -> calls.page(String.valueOf(i)));
        assertThatExceptionOfType(MalformedAnswer.class)
                .isThrownBy(() -> session.query("Task").all());
        assertThat(calls.sent()).hasSize(100);
    }

    @Test
    void anEmptyPageBetweenOthersIsPassedOver() {
        calls.page("1").find(task("a"));
        assertThat(session.query("Task").all()).hasSize(1);
    }

    @Test
    void anAnswerWithoutMetadataIsTheLastPage() {
        calls.answer("[{\"action\":\"query\",\"data\":[%s]}]".formatted(task("a")));
        assertThat(session.query("Task").all()).hasSize(1);
    }

    @Test
    void moreRowsThanWereAskedForAreLeftOut() {
        calls.find(task("a"), task("b"), task("c"));
        assertThat(session.query("Task limit 2").all()).hasSize(2);
    }

    @Test
    void firstAsksForOneRow() {
        calls.page("1", task("a")).find();
        assertThat(session.query("Task").first()).map(Entity::id).contains("a");
        assertThat(calls.asked()).endsWith(" offset 0 limit 1");
        assertThat(session.query("Task").first()).isEmpty();
    }

    @Test
    void oneAsksForTwoRowsAndWantsOne() {
        calls.find(task("a")).find().find(task("a"), task("b"));
        assertThat(session.query("Task").one().id()).isEqualTo("a");
        assertThat(calls.asked()).endsWith(" offset 0 limit 2");
        assertThatExceptionOfType(NoResult.class)
                .isThrownBy(() -> session.query("Task").one())
                .withMessage("Nothing is found by: select id, name from Task");
        assertThatExceptionOfType(SeveralResults.class)
                .isThrownBy(() -> session.query("Task").one());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void absurdPageSizesAreRefused(int rows) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.query("Task").pageSize(rows));
    }

    @Test
    void everyValueIsQuotedAsItNeedsToBe() {
        assertThat(bound("x")).isEqualTo("\"x\"");
        assertThat(bound(new StringBuilder("O'Brien"))).isEqualTo("\"O'Brien\"");
        assertThat(bound("say \"hi\" \\ bye")).isEqualTo("\"say \\\"hi\\\" \\\\ bye\"");
        assertThat(bound("\\")).isEqualTo("\"\\\\\"");
        assertThat(bound("two\nlines\tü 😀")).isEqualTo("\"two\nlines\tü 😀\"");
        assertThat(bound("{}")).isEqualTo("\"{}\"");
        assertThat(bound(7)).isEqualTo("7");
        assertThat(bound(-7L)).isEqualTo("-7");
        assertThat(bound(0.1)).isEqualTo("0.1");
        assertThat(bound(1e-7)).isEqualTo("0.00000010");
        assertThat(bound(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(bound(true)).isEqualTo("True");
        assertThat(bound(false)).isEqualTo("False");
        assertThat(bound(Instant.parse("2022-10-10T10:12:09.987Z"))).isEqualTo("\"2022-10-10T10:12:09\"");
        assertThat(bound(OffsetDateTime.parse("2022-10-10T10:12:00-05:00"))).isEqualTo("\"2022-10-10T15:12:00\"");
        assertThat(bound(LocalDate.of(2023, 10, 10))).isEqualTo("\"2023-10-10\"");
        assertThat(bound(new UUID(0, 1))).isEqualTo("\"00000000-0000-0000-0000-000000000001\"");
        assertThat(bound(JsonText.parse("[\"a\\\"b\"]").asJsonArray().get(0))).isEqualTo("\"a\\\"b\"");
        assertThat(bound(List.of("a", "b\"c"))).isEqualTo("(\"a\", \"b\\\"c\")");
        assertThat(bound(List.of(1, 2))).isEqualTo("(1, 2)");
    }

    @Test
    void anEntityIsBoundAsItsId() {
        var user = session.entity("User", "u1");
        assertThat(bound(user)).isEqualTo("\"u1\"");
        assertThat(bound(List.of(user))).isEqualTo("(\"u1\")");
    }

    @Test
    void valuesTakeTheirPlacesInOrder() {
        assertThat(QueryText.bind("name is {} and id in {} and version > {}", "x", List.of("a", "b"), 3))
                .isEqualTo("name is \"x\" and id in (\"a\", \"b\") and version > 3");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "name is \"{}\" and id is {}|name is \"{}\" and id is \"v\"",
                "name is '{}' and id is {}|name is '{}' and id is \"v\"",
                "name is \"a\\\"{}\" and id is {}|name is \"a\\\"{}\" and id is \"v\"",
                "name is \"a\\\\\" and id is {}|name is \"a\\\\\" and id is \"v\"",
                "name is \"it's\" and id is {}|name is \"it's\" and id is \"v\"",
                "a{ is {}|a{ is \"v\""
            },
            delimiter = '|')
    void onlyPlacesOutsideQuotesTakeAValue(String expression, String expected) {
        assertThat(QueryText.bind(expression, "v")).isEqualTo(expected);
    }

    @Test
    void tooManyOrTooFewValuesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> session.query("Task where id is {}"));
        assertThatIllegalArgumentException().isThrownBy(() -> session.query("Task where id is {}", "a", "b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.query("Task where name is \"{}\"", "a"))
                .withMessageContaining("outside quotes");
    }

    @Test
    void valuesWithoutAFormInTheQueryLanguageAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bound(Collections.singletonList(null)))
                .withMessageContaining("is None");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QueryText.literal(null))
                .withMessageContaining("null");
        assertThatIllegalArgumentException().isThrownBy(() -> bound(List.of())).withMessageContaining("empty list");
        assertThatIllegalArgumentException().isThrownBy(() -> bound(List.of(List.of("a"))));
        assertThatIllegalArgumentException().isThrownBy(() -> bound(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> bound(new BigDecimal("1E+100000")));
        assertThatIllegalArgumentException().isThrownBy(() -> bound(new Object()));
        assertThatIllegalArgumentException().isThrownBy(() -> bound("half \ud83d"));
        assertThatIllegalArgumentException().isThrownBy(() -> bound("nul \0")).withMessageContaining("U+0000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bound(Collections.nCopies(10_001, "x")))
                .withMessageContaining("10001");
    }

    @Test
    void aQuotedTextThatDoesNotEndIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.query("Task where name is \"x"))
                .withMessageContaining("does not end");
    }

    private static String bound(Object value) {
        return QueryText.bind("{}", Arrays.asList(value).toArray());
    }

    private static String task(String id) {
        return "{\"__entity_type__\":\"Task\",\"id\":\"%s\"}".formatted(id);
    }
}
