package dev.rushlight.hub.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.hub.JsonText;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class MemoryCacheTest {

    private static final JsonObject COMP = JsonText.parseObject("{\"__entity_type__\":\"Task\",\"id\":\"1\"}");

    @Test
    void whatIsPutIsThereUntilItIsRemoved() {
        var cache = new MemoryCache(10);
        cache.put("Task/1", COMP);
        assertThat(cache.get("Task/1")).contains(COMP);
        assertThat(cache.keys()).containsExactly("Task/1");

        cache.remove("Task/1");

        assertThat(cache.get("Task/1")).isEmpty();
        assertThat(cache.keys()).isEmpty();
    }

    @Test
    void aNewValueReplacesTheOld() {
        var cache = new MemoryCache(10);
        cache.put("Task/1", COMP);
        cache.put("Task/1", JsonObject.EMPTY_JSON_OBJECT);
        assertThat(cache.get("Task/1")).contains(JsonObject.EMPTY_JSON_OBJECT);
    }

    @Test
    void itNeverKeepsMoreEntitiesThanItWasTold() {
        var cache = new MemoryCache(10);
        for (var i = 0; i < 1_000; i++) {
            cache.put("Task/" + i, COMP);
        }
        assertThat(cache.keys()).hasSize(10);
    }

    @Test
    void itNeverKeepsMoreCharactersThanItWasTold() {
        var characters = "Task/10".length() + COMP.toString().length();
        var cache = MemoryCache.ofCharacters(5L * characters);
        for (var i = 10; i < 100; i++) {
            cache.put("Task/" + i, COMP);
        }
        assertThat(cache.keys()).hasSize(5);
    }

    @Test
    void anEntityLargerThanAllTheRoomIsNotKept() {
        var cache = MemoryCache.ofCharacters(COMP.toString().length());
        cache.put("Task/1", COMP);
        assertThat(cache.get("Task/1")).isEmpty();
    }

    @Test
    void itIsEmptyOnceCleared() {
        var cache = new MemoryCache(10);
        cache.put("Task/1", COMP);
        cache.clear();
        assertThat(cache.keys()).isEmpty();
    }

    @Test
    void itLetsGoOfEverythingOnceClosed() {
        var cache = new MemoryCache(10);
        cache.put("Task/1", COMP);
        cache.close();
        assertThat(cache.get("Task/1")).isEmpty();
    }

    @Test
    void roomForNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryCache(0))
                .withMessageContaining("0");
        assertThatIllegalArgumentException().isThrownBy(() -> MemoryCache.ofCharacters(-1));
    }
}
