package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final JsonObject EVENT = JsonText.parseObject("""
            {"topic": "ftrack.update", "inReplyToEvent": "e1", "and": "A", "not": "N", "or": {"x": "O"}, "a": {"": {"b": "deep"}},
             "data": {"n": 10, "s": "hello", "nul": null, "t": true, "list": ["a", 1], "map": {"k": "v"}, "empty": "",
                      "quoted": "a\\\\\\"b", "doubled": "a\\"\\"b", "umlaut": "ä b", "hash": "a:b#c$"}}""");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "topic=ftrack.update | true",
                "topic=ftrack.* | true",
                "topic=update* | true",
                "topic=rack.up* | true",
                "topic=* | true",
                "topic=\"ftrack.*\" | true",
                "topic=ftrack*update | false",
                "topic=values* | false",
                "TOPIC=ftrack.update | false",
                "topic!=ftrack.* | true",
                "not topic=x and topic=y | false",
                "topic=x or topic=ftrack.update and data.s=hello | true",
                "topic=ftrack.update or topic=x and data.s=no | true",
                "(topic=ftrack.update or topic=x) and data.s=no | false",
                "not not topic=ftrack.update | true",
                "not not topic=x | false",
                "not (topic=x or topic=y) | true",
                "NOT(topic=x)AND(topic=ftrack.update) | true",
                "data.missing=x | false",
                "data.missing!=x | false",
                "not data.missing=x | true",
                "data.s.deeper=x | false",
                "data.s.deeper!=x | false",
                "data.n=10 | false",
                "data.n=\"10\" | false",
                "data.t=True | false",
                "data.nul=None | false",
                "data.n!=10 | true",
                "data.nul!=x | true",
                "data.n>5 | false",
                "data.n<5 | false",
                "data.n=1* | false",
                "data.nul=x* | false",
                "data.s=\"\" | false",
                "data.empty=\"\" | true",
                "data.empty='' | true",
                "data.list=a* | true",
                "data.list=b* | false",
                "data.list=a | false",
                "data.list!=a | true",
                "data.map=k* | true",
                "data.map=v* | false",
                "data.map.k=v | true",
                "data.s>hella | true",
                "data.s >= hello | true",
                "data.s > hello | false",
                "data.s<hellp | true",
                "data.s<=hello | true",
                "data.s<hello | false",
                "data.s=hello*  | true",
                "data.s='he*' | true",
                "data.s!='hello' | false",
                "data.quoted=\"a\\\"b\" | true",
                "data.doubled=\"a\"\"b\" | true",
                "data.umlaut='ä b' | true",
                "data.hash=\"a:b#c$\" | true",
                "and=A and not=N and or.x=O | true",
                "not not=x | true",
                "a..b=deep | true",
                "in_reply_to_event=e1 | true",
                "inReplyToEvent=e1 | true",
                "in_reply_to_event=e2 | false"
            })
    void everyRowOfTheLanguageHolds(String expression, boolean expected) {
        assertThat(Expression.compile(expression).matches(EVENT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not not topic=x",
                "a=b and ((c=d or e!=f) and not g.h > 10)",
                "\t a = b \r\n and\nc=d ",
                "a=b AnD c=d oR nOt e=f",
                "_a.b_1=x@y.z,w/v*+-"
            })
    void whatIsAnExpressionIsRead(String text) {
        assertThat(Expression.compile(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t",
                "invalid",
                "key=value nor other=value",
                "a=b c=d",
                "a-b=c",
                "topic=a:b",
                "topic==x",
                "topic=x and",
                "topic=x or or a=b",
                "and",
                "not",
                "not not",
                "(",
                ")",
                "()",
                "(a=b",
                "a=b)",
                "((a=b)",
                "a",
                "a=",
                "=b",
                "a!b",
                "a=!b",
                "a!=",
                "a=\"b",
                "a='b\"",
                "a=\"b\nc\"",
                "a=ä",
                "ä=a",
                "a=b#",
                "a=$b",
                "a=b and(c=d",
                "a=band c=d",
                "a<>b",
                "a=\"b\" c",
                "a=b(c=d)",
                "a=\"\"\"",
                "a=\"\\",
                "a\u0000=b",
                "a=b\u0000"
            })
    void whatIsNotAnExpressionIsRefused(String text) {
        assertThatExceptionOfType(MalformedExpression.class).isThrownBy(() -> Expression.compile(text));
    }

    @Test
    void textsAreOrderedByCodePoint() {
        var json = Json.createObjectBuilder().add("a", "😀").build();
        assertThat(Expression.compile("a>\"\uFF5E\"").matches(json)).isTrue();
    }

    @Test
    void sizeAndDepthAreBounded() {
        assertThat(Expression.compile("a=" + "b".repeat(4094))).isNotNull();
        refused("a=" + "b".repeat(4095));
        refused("a='" + "ä".repeat(2047) + "'");
        assertThat(Expression.compile("a=b" + " and a=b".repeat(63))).isNotNull();
        refused("a=b" + " and a=b".repeat(64));
        assertThat(Expression.compile("(".repeat(64) + "a=b" + ")".repeat(64))).isNotNull();
        refused("(".repeat(65) + "a=b" + ")".repeat(65));
        refused("(".repeat(4096));
        assertThat(Expression.compile("not ".repeat(1001) + "a=b").matches(EVENT))
                .isTrue();
    }

    @Test
    void aHostilePairOfTextsCostsNoMoreThanItsLength() {
        var expression = Expression.compile("a=\"" + "x".repeat(4000) + "y*\"");
        var json = Json.createObjectBuilder().add("a", "x".repeat(5_000_000)).build();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(expression.matches(json)).isFalse());
    }

    @Test
    void longSearchesFindWhatShortOnesFind() {
        var json = Json.createObjectBuilder()
                .add("a", "ab".repeat(50_000) + "abac" + "ab".repeat(10))
                .build();
        assertThat(Expression.compile("a=babac*").matches(json)).isTrue();
        assertThat(Expression.compile("a=abacc*").matches(json)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"topic=a,a", "topic=a and data.x=b,a", "topic=a*,-", "not topic=a,-", "topic=a or topic=b,-"})
    void theTopicThatMustBeThereIsKnown(String expression, String topic) {
        if (topic == null) {
            assertThat(Expression.compile(expression).requiredTopic()).isEmpty();
        } else {
            assertThat(Expression.compile(expression).requiredTopic()).contains(topic);
        }
    }

    @Test
    void halfACharacterIsRefused() {
        refused("data.x=\"\ud83d\"");
        refused("data.x='\ude00'");
        assertThat(Expression.compile("data.x=\"\ud83d\ude00\"").matches(JsonText.parseObject("""
                {"data": {"x": "😀"}}""")))
                .isTrue();
    }

    private static void refused(String text) {
        assertThatExceptionOfType(MalformedExpression.class).isThrownBy(() -> Expression.compile(text));
    }
}
