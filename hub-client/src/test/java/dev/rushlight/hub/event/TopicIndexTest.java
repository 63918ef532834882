package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.JsonText;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicIndexTest {

    private static final List<Event> EVENTS = List.of(
            Event.of("a", JsonText.parseObject("{\"x\":\"1\",\"list\":[\"k\",2]}")),
            Event.of("b", JsonText.parseObject("{\"x\":\"2\"}")).withInReplyTo("q1"),
            Event.of("ab.c", JsonValue.NULL).withTarget("id=x").withId("e3"),
            Event.of("c", JsonText.parse("[1]")).withSource(JsonText.parseObject("{\"id\":\"h\"}")),
            Event.of("topic", JsonValue.TRUE).withSent(JsonText.parse("\"now\"")));

    @Test
    void whoAsksForOtherTopicsIsNotEvenLookedAt() {
        var index = indexOf(IntStream.range(0, 100).mapToObj(i -> "topic=t" + i).toArray(String[]::new));
        assertThat(index.candidates("t42")).hasSize(1);
        assertThat(index.candidates("other")).isEmpty();
    }

    @Test
    void whoAsksForOneOfSeveralTopicsIsFoundUnderEach() {
        var index = indexOf("topic=a or topic=b", "(topic=a or topic=c) and data.x=1", "topic=a and topic=b");
        assertThat(texts(index.candidates("a")))
                .containsExactly("topic=a or topic=b", "(topic=a or topic=c) and data.x=1");
        assertThat(texts(index.candidates("b"))).containsExactly("topic=a or topic=b");
        assertThat(texts(index.candidates("c"))).containsExactly("(topic=a or topic=c) and data.x=1");
    }

    @Test
    void whoseTopicIsOpenIsLookedAtEveryTimeAndInItsPlace() {
        var index =
                indexOf("topic=a", "topic=a*", "topic=a and data.x=1", "not topic=b", "topic=a or data.x=1", "topic=b");
        assertThat(texts(index.candidates("a")))
                .containsExactly("topic=a", "topic=a*", "topic=a and data.x=1", "not topic=b", "topic=a or data.x=1");
        assertThat(texts(index.candidates("b")))
                .containsExactly("topic=a*", "not topic=b", "topic=a or data.x=1", "topic=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topic=a",
                "topic=a*",
                "topic!=a",
                "not topic=a",
                "topic>a",
                "topic>=b and topic<c",
                "topic<=ab.c or data.x=2",
                "topic=a and data.x=1",
                "topic=a and data.x=2",
                "topic=a or topic=b",
                "not (topic=a or topic=b)",
                "topic=a and topic=b",
                "not topic=a and not data.x=2",
                "topic.deeper=a",
                "topic.deeper!=a",
                "data.list=k*",
                "data!=x",
                "data.x>0",
                "id=e3",
                "target=\"id=x\"",
                "target=''",
                "inReplyToEvent=q1",
                "in_reply_to_event=q1",
                "inReplyToEvent!=q1",
                "sent=now",
                "source.id=h",
                "source=id*",
                "unknown=x",
                "not unknown=x",
                "topic=topic"
            })
    void theIndexAndTheTopicAloneSayNothingElseThanTheWholeEnvelope(String text) {
        var expression = Expression.compile(text);
        var subscribers = new Subscribers();
        subscribers.add(subscriber(text));
        for (var event : EVENTS) {
            var untargeted = event.withTarget("");
            assertThat(subscribers.wanting(untargeted).size() == 1)
                    .as("%s on %s", text, untargeted)
                    .isEqualTo(expression.matches(untargeted.toJson()));
            assertThat(expression.matches(event))
                    .as("%s on %s", text, event)
                    .isEqualTo(expression.matches(event.toJson()));
        }
    }

    @Test
    void aTargetIsMatchedAgainstTheSubscriber() {
        var subscribers = new Subscribers();
        subscribers.add(subscriber("topic=a", "{\"id\":\"one\",\"room\":\"north\"}"));
        subscribers.add(subscriber("topic=a", "{\"id\":\"two\"}"));
        assertThat(wanting(subscribers, "room=north")).containsExactly("one");
        assertThat(wanting(subscribers, "id=two or id=one")).containsExactly("one", "two");
        assertThat(wanting(subscribers, "((")).isEmpty();
        for (var i = 0; i < 200; i++) {
            assertThat(wanting(subscribers, "id=other" + i)).isEmpty();
        }
        assertThat(wanting(subscribers, "room=north")).containsExactly("one");
    }

    private static List<String> wanting(Subscribers subscribers, String target) {
        return subscribers.wanting(Event.of("a", JsonValue.NULL).withTarget(target)).stream()
                .map(Subscriber::id)
                .toList();
    }

    private static TopicIndex indexOf(String... expressions) {
        var all = new ArrayList<Subscriber>();
        for (var expression : expressions) {
            all.add(subscriber(expression));
        }
        return new TopicIndex(all);
    }

    private static List<String> texts(List<Subscriber> subscribers) {
        return subscribers.stream().map(it -> it.expression().text()).toList();
    }

    private static Subscriber subscriber(String expression) {
        return subscriber(expression, "{}");
    }

    private static Subscriber subscriber(String expression, String subscriber) {
        return Subscriber.of(
                Expression.compile(expression),
                JsonText.parseObject(subscriber),
                100,
                (event, dispatch) -> Optional.empty(),
                it -> {});
    }
}
