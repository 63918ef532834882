package dev.rushlight.hub.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rushlight.hub.JsonText;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LayeredCacheTest {

    private static final JsonObject OLD = JsonText.parseObject("{\"name\":\"old\"}");
    private static final JsonObject NEW = JsonText.parseObject("{\"name\":\"new\"}");

    private final MemoryCache near = new MemoryCache(100);
    private final MemoryCache far = new MemoryCache(100);
    private final MemoryCache farthest = new MemoryCache(100);
    private final LayeredCache cache = LayeredCache.of(near, far, farthest);

    @Test
    void whatAFarLayerKnowsFillsTheNearerOnes() {
        farthest.put("Task/1", OLD);

        assertThat(cache.get("Task/1")).contains(OLD);

        assertThat(near.get("Task/1")).contains(OLD);
        assertThat(far.get("Task/1")).contains(OLD);
    }

    @Test
    void theNearestAnswerIsTaken() {
        near.put("Task/1", NEW);
        far.put("Task/1", OLD);
        assertThat(cache.get("Task/1")).contains(NEW);
        assertThat(farthest.keys()).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsAbsent() {
        assertThat(cache.get("Task/1")).isEmpty();
    }

    @Test
    void puttingAndRemovingReachesAllLayers() {
        cache.put("Task/1", NEW);
        assertThat(near.keys()).isEqualTo(far.keys()).isEqualTo(farthest.keys()).containsExactly("Task/1");

        cache.remove("Task/1");
        assertThat(near.keys()).isEqualTo(far.keys()).isEqualTo(farthest.keys()).isEmpty();
    }

    @Test
    void clearingReachesAllLayers() {
        near.put("Task/1", OLD);
        farthest.put("Task/2", OLD);
        cache.clear();
        assertThat(cache.keys()).isEmpty();
        assertThat(farthest.keys()).isEmpty();
    }

    @Test
    void keysAreThoseOfAllLayersTogether() {
        near.put("Task/1", OLD);
        far.put("Task/1", OLD);
        farthest.put("Task/2", OLD);
        assertThat(cache.keys()).containsExactlyInAnyOrder("Task/1", "Task/2");
    }

    @Test
    void closingClosesEveryLayerEvenIfOneFails() {
        var closed = new AtomicInteger();
        var failing = new Scripted(it -> {}) {
            @Override
            public void close() {
                closed.incrementAndGet();
                throw new IllegalStateException("no");
            }
        };
        near.put("Task/1", OLD);

        LayeredCache.of(failing, near, failing).close();

        assertThat(closed).hasValue(2);
        assertThat(near.keys()).isEmpty();
    }

    @Test
    void aFailingLayerHarmsNobodyAndIsNotAskedAgain() {
        var asked = new AtomicInteger();
        var failing = new Scripted(it -> {
            asked.incrementAndGet();
            throw new IllegalStateException("the share is gone");
        });
        var layered = LayeredCache.of(near, failing, farthest);
        farthest.put("Task/1", OLD);

        assertThat(layered.get("Task/1")).contains(OLD);
        assertThatCode(() -> {
                    layered.put("Task/2", NEW);
                    layered.remove("Task/1");
                    layered.clear();
                })
                .doesNotThrowAnyException();
        assertThat(layered.keys()).isEmpty();

        assertThat(asked).hasValue(1);
    }

    /** What such a layer still holds may be what it was told to forget. */
    @Test
    void aLayerThatFailsToForgetIsNotBelievedAnyMore() {
        var forgetful = new Scripted(it -> {}) {
            @Override
            public void remove(String key) {
                throw new IllegalStateException("read-only");
            }
        };
        var layered = LayeredCache.of(near, forgetful);
        layered.put("Task/1", OLD);

        layered.remove("Task/1");

        assertThat(layered.get("Task/1")).isEmpty();
        assertThat(forgetful.get("Task/1")).contains(OLD);
    }

    /** Whoever reads the old value from afar must not put it over the new one nearby. */
    @Test
    void aValueThatIsReplacedWhileItIsReadDoesNotComeBack() {
        var overtaken = new Overtaken();
        var layered = LayeredCache.of(near, overtaken);
        overtaken.put("Task/1", OLD);
        overtaken.meanwhile = () -> layered.put("Task/1", NEW);

        assertThat(layered.get("Task/1")).contains(OLD);

        assertThat(layered.get("Task/1")).contains(NEW);
    }

    @Test
    void anEntityThatIsRemovedWhileItIsReadDoesNotComeBack() {
        var overtaken = new Overtaken();
        var layered = LayeredCache.of(near, overtaken);
        overtaken.put("Task/1", OLD);
        overtaken.meanwhile = () -> layered.remove("Task/1");

        assertThat(layered.get("Task/1")).contains(OLD);

        assertThat(layered.get("Task/1")).isEmpty();
    }

    @Test
    void anEntityThatIsClearedWhileItIsReadDoesNotComeBack() {
        var overtaken = new Overtaken();
        var layered = LayeredCache.of(near, overtaken);
        overtaken.put("Task/1", OLD);
        overtaken.meanwhile = layered::clear;

        assertThat(layered.get("Task/1")).contains(OLD);

        assertThat(layered.get("Task/1")).isEmpty();
    }

    /** The write has begun before the read and is still going on when the read ends. */
    @Test
    void aReadDuringALongWriteDoesNotBringTheOldValueBack() throws Exception {
        var writing = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var slow = new Scripted(it -> {}) {
            @Override
            public void put(String key, JsonObject entity) {
                if (entity.equals(NEW)) {
                    writing.countDown();
                    await(finish);
                }
                super.put(key, entity);
            }
        };
        var layered = LayeredCache.of(near, slow);
        slow.put("Task/1", OLD);
        var writer = Executors.newSingleThreadExecutor();
        try {
            var written = writer.submit(() -> layered.put("Task/1", NEW));
            await(writing);
            assertThat(layered.get("Task/1")).contains(OLD);
            assertThat(near.keys()).isEmpty();
            finish.countDown();
            written.get(5, TimeUnit.SECONDS);
        } finally {
            finish.countDown();
            writer.shutdownNow();
        }
        assertThat(layered.get("Task/1")).contains(NEW);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A cache in memory that does something of its own before every call. */
    private static class Scripted implements EntityCache {

        private final MemoryCache kept = new MemoryCache(100);
        private final Consumer<MemoryCache> before;

        Scripted(Consumer<MemoryCache> before) {
            this.before = before;
        }

        @Override
        public Optional<JsonObject> get(String key) {
            before.accept(kept);
            return kept.get(key);
        }

        @Override
        public void put(String key, JsonObject entity) {
            before.accept(kept);
            kept.put(key, entity);
        }

        @Override
        public void remove(String key) {
            before.accept(kept);
            kept.remove(key);
        }

        @Override
        public Set<String> keys() {
            before.accept(kept);
            return kept.keys();
        }

        @Override
        public void clear() {
            before.accept(kept);
            kept.clear();
        }

        @Override
        public void close() {
            before.accept(kept);
            kept.close();
        }
    }

    /** Has read its answer already when somebody else changes it. */
    private static final class Overtaken extends Scripted {

        private Runnable meanwhile = () -> {};

        Overtaken() {
            super(it -> {});
        }

        @Override
        public Optional<JsonObject> get(String key) {
            var answer = super.get(key);
            var once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return answer;
        }
    }
}
