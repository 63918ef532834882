package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

    @Test
    void theEnvelopeHasExactlySevenKeys() {
        var json = Event.of("studio.ping", JsonValue.EMPTY_JSON_OBJECT)
                .withId("e1")
                .toJson();
        assertThat(json.toString())
                .isEqualTo(
                        "{\"topic\":\"studio.ping\",\"id\":\"e1\",\"data\":{},\"sent\":null,\"source\":{},\"target\":\"\",\"inReplyToEvent\":null}");
    }

    @Test
    void newIdsAreHexAndDiffer() {
        var one = Event.of("a", JsonValue.NULL);
        assertThat(one.id())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(Event.of("a", JsonValue.NULL).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "false", "0", "\"\"", "[]", "{}", "[1,{\"a\":null}]", "\"text: with\\ncolons\""})
    void dataMayBeAnyValueAlsoAFalsyOne(String data) {
        var json = JsonText.parseObject("{\"topic\":\"t\",\"id\":\"1\",\"data\":" + data + "}");
        var event = Event.fromJson(json);
        assertThat(event.data()).isEqualTo(JsonText.parse(data));
        assertThat(Event.fromJson(event.toJson())).isEqualTo(event);
    }

    @Test
    void aWholeEventComesBackAsItWas() {
        var event = Event.of("t", Json.createValue("d"))
                .withSource(JsonText.parseObject("{\"id\":\"h1\",\"user\":{\"username\":\"jo\"},\"host\":\"ws12\"}"))
                .withTarget("id=abc")
                .withInReplyTo("e0")
                .withSent(Json.createValue("2026-01-01T00:00:00"));
        assertThat(Event.fromJson(event.toJson())).isEqualTo(event);
        assertThat(event.sourceId()).contains("h1");
        assertThat(event.username()).contains("jo");
    }

    @Test
    void onlyTheTopicIsRequiredAndUnknownKeysAreIgnored() {
        var event =
                Event.fromJson(JsonText.parseObject("{\"topic\":\"t\",\"extra\":1,\"source\":null,\"target\":null}"));
        assertThat(event.id()).isNotBlank();
        assertThat(event.data()).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
        assertThat(event.source()).isEmpty();
        assertThat(event.target()).isEmpty();
        assertThat(event.inReplyTo()).isEmpty();
        assertThat(event.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"topic\":null}",
                "{\"topic\":\" \"}",
                "{\"topic\":1}",
                "{\"topic\":\"t\",\"id\":{}}",
                "{\"topic\":\"t\",\"source\":[]}",
                "{\"topic\":\"t\",\"target\":1}",
                "{\"topic\":\"t\",\"inReplyToEvent\":false}"
            })
    void whatIsNoEventIsRefused(String json) {
        assertThatExceptionOfType(MalformedEvent.class).isThrownBy(() -> Event.fromJson(JsonText.parseObject(json)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"args\":[]}", "{\"args\":{}}", "{\"args\":[1]}", "{\"args\":[[]]}"})
    void aPacketWithoutAnEventIsRefused(String json) {
        assertThatExceptionOfType(MalformedEvent.class).isThrownBy(() -> EventFrame.read(json, JsonLimits.ofRequest()));
    }

    @Test
    void aFrameWrapsTheEventAndGivesItBack() {
        var event = Event.of("t", Json.createValue("ü:5"));
        assertThat(EventFrame.write(event)).startsWith("{\"name\":\"ftrack.event\",\"args\":[{\"topic\":\"t\",");
        assertThat(EventFrame.read(EventFrame.write(event), JsonLimits.ofRequest()))
                .isEqualTo(event);
    }

    @Test
    void oddSourcesAreNoReasonToFail() {
        var event = Event.of("t", JsonValue.NULL).withSource(JsonText.parseObject("{\"id\":7,\"user\":\"jo\"}"));
        assertThat(event.sourceId()).isEmpty();
        assertThat(event.username()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "29cd-ef, id=29cd-ef",
                "two words, id=\"two words\"",
                "a=b or id=*x, id=\"a=b or id=*x\"",
                "say \"hi\", id='say \"hi\"'"
            })
    void aReplyIsAddressedToTheAsker(String asker, String target) {
        var request = Event.of("t", JsonValue.NULL)
                .withSource(Json.createObjectBuilder().add("id", asker).build());
        var reply = Event.replyTo(request, JsonValue.TRUE);
        assertThat(reply.topic()).isEqualTo("ftrack.meta.reply");
        assertThat(reply.target()).isEqualTo(target);
        assertThat(reply.inReplyTo()).contains(request.id());
        assertThat(Expression.compile(reply.target()).matches(request.source())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "abc*", "\"and'", "line\nbreak", "back\\slash", ""})
    void anAskerThatCannotBeAddressedGetsNoReply(String asker) {
        var request = Event.of("t", JsonValue.NULL)
                .withSource(Json.createObjectBuilder().add("id", asker).build());
        assertThatExceptionOfType(MalformedEvent.class).isThrownBy(() -> Event.replyTo(request, JsonValue.TRUE));
    }
}
