package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.HubStatus;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private final Queue<Runnable> handlers = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Subscribers subscribers = new Subscribers();
    private final HubNews news = new HubNews(HubStatus.idle(Instant.EPOCH), Runnable::run, Runnable::run);
    private final Dispatcher dispatcher = new Dispatcher(
            subscribers,
            new HandlerLane(handlers::add, 2, 1_000),
            news,
            (request, from, answer) -> done.add(from.id() + " answers " + answer));

    @Test
    void subscribersHearByPriorityAndThenAsTheyCame() {
        add("c", 100, "c");
        add("z", -5, "z");
        add("a", 100, "a");
        add("b", 100, "b");
        add("y", Integer.MAX_VALUE, "y");
        add("x", Integer.MIN_VALUE, "x");
        assertThat(publishLocally()).containsExactly("x", "z", "c", "a", "b", "y");
    }

    @Test
    void aHandlerThatStopsKeepsTheEventFromThoseThatComeNext() {
        add("first", 1, "first");
        addStopping("second", 2);
        add("third", 2, "third");
        add("fourth", 3, "fourth");
        assertThat(publishLocally()).containsExactly("first", "second");
        dispatcher.dispatch(askedBy("jo"), 0);
        handlers.remove().run();
        assertThat(done).containsExactly("first answers \"first\"", "second answers \"second\"");
    }

    @Test
    void stoppingEndsOneEventOnly() {
        addStopping("gate", 1);
        add("next", 2, "next");
        assertThat(publishLocally()).containsExactly("gate");
        subscribers.remove(subscribers.all().get(0));
        assertThat(publishLocally()).containsExactly("next");
    }

    @Test
    void whoStopsAndThenThrowsHasStopped() {
        subscribers.add(subscriber("broken", 1, (event, dispatch) -> {
            dispatch.stop();
            throw new IllegalStateException("broken on purpose");
        }));
        add("next", 2, "next");
        assertThat(publishLocally()).isEmpty();
    }

    @Test
    void anEventThatNobodyHasRoomForIsToldAndCounted() {
        add("slow", 1, "slow");
        news.follow(new HubListener() {
            @Override
            public void missed(Event event, long soFar) {
                done.add(event.id() + " is number " + soFar);
            }
        });
        for (var i = 1; i <= 4; i++) {
            dispatcher.dispatch(askedBy("jo").withId("e" + i), 10);
        }
        dispatcher.dispatch(List.of(askedBy("jo").withId("e5"), askedBy("jo").withId("e6")));
        assertThat(done).containsExactly("e3 is number 1", "e4 is number 2", "e5 is number 3", "e6 is number 4");
    }

    @Test
    void whatNobodyWantsTakesNoRoom() {
        for (var i = 0; i < 10; i++) {
            dispatcher.dispatch(askedBy("jo"), 10);
        }
        assertThat(handlers).isEmpty();
    }

    @Test
    void severalEventsAreOnePieceOfWork() {
        add("one", 1, "one");
        var events = IntStream.range(0, 50).mapToObj(i -> askedBy("jo")).toList();
        dispatcher.dispatch(events);
        assertThat(handlers).hasSize(1);
        handlers.remove().run();
        assertThat(done).hasSize(50);
    }

    @Test
    void anAnswerToAnAnswerIsNotSent() {
        subscribers.add(Subscriber.of(
                Expression.compile("topic=ftrack.meta.reply"),
                source("chatty"),
                1,
                (event, dispatch) -> {
                    done.add("heard");
                    return Optional.of(JsonValue.TRUE);
                },
                it -> {}));
        dispatcher.dispatch(Event.of(MetaTopics.REPLY, JsonValue.NULL).withSource(source("jo")), 0);
        handlers.remove().run();
        assertThat(done).containsExactly("heard");
    }

    private List<String> publishLocally() {
        return dispatcher.dispatchHere(askedBy("jo")).stream()
                .map(answer -> answer.toString().replace("\"", ""))
                .toList();
    }

    private void add(String id, int priority, String answer) {
        subscribers.add(subscriber(id, priority, (event, dispatch) -> Optional.of(Json.createValue(answer))));
    }

    private void addStopping(String id, int priority) {
        subscribers.add(subscriber(id, priority, (event, dispatch) -> {
            dispatch.stop();
            assertThat(dispatch.isStopped()).isTrue();
            return Optional.of(Json.createValue(id));
        }));
    }

    private static Subscriber subscriber(String id, int priority, DispatchHandler handler) {
        return Subscriber.of(Expression.compile("topic=news"), source(id), priority, handler, it -> {});
    }

    private static Event askedBy(String id) {
        return Event.of("news", JsonValue.NULL).withSource(source(id));
    }

    private static JsonObject source(String id) {
        return Json.createObjectBuilder().add("id", id).build();
    }
}
