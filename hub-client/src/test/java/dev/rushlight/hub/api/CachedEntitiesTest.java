package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.cache.EntityCache;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the cache knows of entities that are deleted while others ask for them, whenever exactly that happens. */
class CachedEntitiesTest {

    private static final String TASK = "{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"comp\"}";
    private static final String KEY = "Task:t1";

    private final ScriptedCalls calls = new ScriptedCalls();
    private final HookedCache cache = new HookedCache();
    private final Entities session = calls.session(cache, true);

    @Test
    void anAnswerFromBeforeADeletionIsNotKept() {
        calls.answer(() -> {
            deleteTask();
            return JsonText.parseArray("[{\"action\":\"query\",\"data\":[" + TASK + "]}]");
        });
        session.query("Task").all();
        assertThat(cache.kept).isEmpty();
    }

    @Test
    void anAnswerFromBeforeADeletionIsNotKeptEvenIfItFollowsALongQuery() {
        calls.page("1", TASK.replace("t1", "t0")).answer(() -> {
            deleteTask();
            return JsonText.parseArray("[{\"action\":\"query\",\"data\":[" + TASK + "]}]");
        });
        session.query("Task").all();
        assertThat(cache.kept).containsOnlyKeys("Task:t0");
    }

    @Test
    void aDeletionWhileAnAnswerIsAddedToTheCacheWins() {
        cache.beforeGet.add(this::deleteTask);
        calls.find(TASK);
        session.query("Task").all();
        assertThat(cache.kept).isEmpty();
    }

    @Test
    void aDeletionWhileAnAnswerIsPutIntoTheCacheWins() {
        cache.beforePut.add(this::deleteTask);
        calls.find(TASK);
        session.query("Task").all();
        assertThat(cache.kept).isEmpty();
    }

    @Test
    void whatIsPutIntoTheCacheByMistakeIsNotBelievedUntilItIsGone() {
        var seen = new AtomicReference<Optional<Entity>>();
        cache.beforePut.add(this::deleteTask);
        cache.afterPut.add(() -> {
            calls.find();
            seen.set(session.get("Task", "t1"));
        });
        calls.find(TASK);
        session.query("Task").all();
        assertThat(seen.get()).isEmpty();
        assertThat(cache.kept).isEmpty();
    }

    @Test
    void aDeletionWhileTheCacheIsReadWins() {
        cache.kept.put(KEY, JsonText.parseObject(TASK));
        cache.afterGet.add(() -> {
            deleteTask();
            calls.find();
        });
        assertThat(session.get("Task", "t1")).isEmpty();
        assertThat(cache.kept).isEmpty();
    }

    @Test
    void anEntityThatIsCreatedAnewIsKept() {
        calls.find(TASK);
        var task = session.query("Task").one();
        session.delete(task);
        session.create("Task", Map.of("id", "t1", "name", "again"));
        calls.answerAsSent();
        session.commit();
        assertThat(cache.kept.get(KEY).getString("name")).isEqualTo("again");
        calls.find(TASK.replace("comp", "newer"));
        session.query("Task").all();
        assertThat(cache.kept.get(KEY).getString("name")).isEqualTo("newer");
    }

    private void deleteTask() {
        session.delete(session.entity("Task", "t1"));
        calls.answerFirst("[{\"action\":\"delete\",\"data\":true}]");
        session.commit();
    }

    /** A cache in which something else happens at every moment, once. */
    private static final class HookedCache implements EntityCache {

        final Map<String, JsonObject> kept = new HashMap<>();
        final Queue<Runnable> beforeGet = new ArrayDeque<>();
        final Queue<Runnable> afterGet = new ArrayDeque<>();
        final Queue<Runnable> beforePut = new ArrayDeque<>();
        final Queue<Runnable> afterPut = new ArrayDeque<>();

        @Override
        public Optional<JsonObject> get(String key) {
            happen(beforeGet);
            var found = Optional.ofNullable(kept.get(key));
            happen(afterGet);
            return found;
        }

        @Override
        public void put(String key, JsonObject entity) {
            happen(beforePut);
            kept.put(key, entity);
            happen(afterPut);
        }

        @Override
        public void remove(String key) {
            kept.remove(key);
        }

        @Override
        public Set<String> keys() {
            return Set.copyOf(kept.keySet());
        }

        @Override
        public void clear() {
            kept.clear();
        }

        @Override
        public void close() {
            kept.clear();
        }

        private static void happen(Queue<Runnable> hooks) {
            var hook = hooks.poll();
            if (hook != null) {
                hook.run();
            }
        }
    }
}
