package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.cache.EntityCache;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntitiesTest {

    private final ScriptedCalls calls = new ScriptedCalls();
    private final Entities session = calls.session();

    @Test
    void everyKindOfValueIsRead() {
        var task = found("""
                {"__entity_type__":"Task","id":"t1","name":"comp","bid":1.5,"sort":7,"is_open":true,"data":{"a":[1]},
                 "created_at":{"__type__":"datetime","value":"2022-10-10T10:12:09"},"due":{"__type__":"date","value":"2023-10-10"},
                 "status":{"__entity_type__":"Status","id":"s1","name":"Done"},
                 "notes":[{"__entity_type__":"Note","id":"n1","content":"hi"},{"__entity_type__":"Note","id":"n2"}],
                 "description":null,"novelty":1,"secret":"x"}
                """);
        assertThat(task.type()).isEqualTo("Task");
        assertThat(task.id()).isEqualTo("t1");
        assertThat(task.key()).isEqualTo(new EntityKey("Task", List.of("t1")));
        assertThat(task.text("id")).contains("t1");
        assertThat(task.text("name")).contains("comp");
        assertThat(task.number("bid")).hasValue(1.5);
        assertThat(task.number("sort")).hasValue(7.0);
        assertThat(task.integer("sort")).hasValue(7);
        assertThat(task.flag("is_open")).contains(true);
        assertThat(task.value("data")).map(Object::toString).contains("{\"a\":[1]}");
        assertThat(task.dateTime("created_at")).contains(Instant.parse("2022-10-10T10:12:09Z"));
        assertThat(task.date("due")).contains(LocalDate.of(2023, 10, 10));
        assertThat(task.reference("status").flatMap(status -> status.text("name")))
                .contains("Done");
        assertThat(task.value("status"))
                .map(Object::toString)
                .contains("{\"__entity_type__\":\"Status\",\"id\":\"s1\"}");
        assertThat(task.collection("notes")).extracting(Entity::id).containsExactly("n1", "n2");
        assertThat(task.text("description")).isEmpty();
        assertThat(task.integer("description")).isEmpty();
        assertThat(task.isLoaded("description")).isTrue();
        assertThat(task.isLoaded("parent")).isFalse();
        assertThat(task.attributes()).contains("id", "name", "metadata").doesNotContain("secret", "novelty");
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void aValueThatIsNotWhatWasAskedForIsNamed() {
        var task = found("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"link\":[{\"type\":\"Project\"}],\"sort\":1.5}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task.text("link"))
                .withMessage("Task.link holds a JSON ARRAY, which is no text");
        assertThat(task.value("link")).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> task.integer("sort"));
        assertThatIllegalArgumentException().isThrownBy(() -> task.number("link"));
        assertThatIllegalArgumentException().isThrownBy(() -> task.flag("sort"));
        assertThatIllegalArgumentException().isThrownBy(() -> task.dateTime("sort"));
        assertThatIllegalArgumentException().isThrownBy(() -> task.date("sort"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task.reference("name"))
                .withMessage("Task.name is of kind TEXT, not REFERENCE");
        assertThatIllegalArgumentException().isThrownBy(() -> task.collection("name"));
        assertThatIllegalArgumentException().isThrownBy(() -> task.mapped("notes"));
        assertThatExceptionOfType(UnknownAttribute.class).isThrownBy(() -> task.text("nam"));
        assertThatExceptionOfType(UnknownAttribute.class).isThrownBy(() -> task.isLoaded("nam"));
    }

    @Test
    void thereIsOneObjectForEachEntity() {
        var task = found("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"a\"}");
        var again = found("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"b\"}");
        assertThat(again).isSameAs(task);
        assertThat(task.text("name")).contains("b");
        assertThat(calls.session().entity("Task", "t1")).isNotEqualTo(task);
    }

    @Test
    void anEntityWithItsDataMayStandAnywhereInTheAnswer() {
        calls.find(
                "{\"__entity_type__\":\"Note\",\"id\":\"n1\",\"user\":{\"__entity_type__\":\"User\",\"id\":\"u1\"}}",
                "{\"__entity_type__\":\"Note\",\"id\":\"n2\",\"user\":{\"__entity_type__\":\"User\",\"id\":\"u1\",\"username\":\"jo\"}}");
        var notes = session.query("Note").all();
        assertThat(notes.get(0).reference("user").flatMap(user -> user.text("username")))
                .contains("jo");
    }

    @Test
    void anEntityPrintsOnlyItsKey() {
        assertThat(found("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"secret\"}"))
                .hasToString("Task[t1]");
    }

    @Test
    void aCompositeKeyIsNoId() {
        var metadata = session.known("Metadata", Map.of("parent_id", "t1", "key", "k", "value", "v"));
        assertThat(metadata.key().values()).containsExactly("t1", "k");
        assertThatIllegalStateException().isThrownBy(metadata::id).withMessageContaining("parent_id and key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"x\"}",
                "{\"__entity_type__\":\"Nope\",\"id\":\"x\"}",
                "{\"__entity_type__\":\"Task\"}",
                "{\"__entity_type__\":\"Task\",\"id\":null}",
                "{\"__entity_type__\":\"Task\",\"id\":\"x\",\"status\":{\"id\":\"s\"}}",
                "{\"__entity_type__\":\"Task\",\"id\":\"x\",\"status\":\"s\"}",
                "{\"__entity_type__\":\"Task\",\"id\":\"x\",\"notes\":{}}",
                "{\"__entity_type__\":\"Task\",\"id\":\"x\",\"notes\":[7]}",
                "7"
            })
    void anEntityThatCannotBeKnownMakesTheAnswerMalformed(String entity) {
        calls.find(entity);
        assertThatExceptionOfType(MalformedAnswer.class)
                .isThrownBy(() -> session.query("Task").all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[{}]", "[{\"data\":{}}]"})
    void anAnswerThatIsNoResultOfAQueryIsMalformed(String answer) {
        calls.answer(answer);
        assertThatExceptionOfType(MalformedAnswer.class)
                .isThrownBy(() -> session.query("Task").all());
    }

    @Test
    void whatIsNotLoadedIsAskedForOnce() {
        var task = found("{\"__entity_type__\":\"Task\",\"id\":\"t\\\"1\"}");
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t\\\"1\",\"name\":\"comp\"}");
        assertThat(task.text("name")).contains("comp");
        assertThat(task.text("name")).contains("comp");
        assertThat(calls.asked()).isEqualTo("select name from Task where id is \"t\\\"1\" offset 0 limit 500");
    }

    @Test
    void whatTheServerLeavesOutIsNotAskedForAgain() {
        var task = found("{\"__entity_type__\":\"Task\",\"id\":\"t1\"}");
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\"}").find("{\"__entity_type__\":\"Task\",\"id\":\"t1\"}");
        assertThat(task.text("name")).isEmpty();
        assertThat(task.text("name")).isEmpty();
        assertThat(task.collection("notes")).isEmpty();
        assertThat(task.collection("notes")).isEmpty();
        assertThat(calls.sent()).hasSize(2);
    }

    @Test
    void readingFromAnEntityThatTheServerDoesNotHaveIsAnError() {
        var task = found("{\"__entity_type__\":\"Task\",\"id\":\"t1\"}");
        calls.find();
        assertThatExceptionOfType(EntityGone.class)
                .isThrownBy(() -> task.text("name"))
                .withMessage("Task[t1] does not exist any more");
    }

    @Test
    void aSessionThatMayNotPopulateSaysWhatIsMissing() {
        var quiet = calls.session(new NoCache(), false);
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\"}");
        var task = quiet.query("select id from Task").one();
        assertThatExceptionOfType(AttributeNotLoaded.class)
                .isThrownBy(() -> task.text("name"))
                .withMessageContaining("Task[t1].name");
        assertThat(calls.sent()).hasSize(1);
    }

    @Test
    void aReferenceToABaseTypeIsFilledFromTheConcreteEntity() {
        var task = found(
                "{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"parent\":{\"__entity_type__\":\"Context\",\"id\":\"p1\"}}");
        calls.find("{\"__entity_type__\":\"Project\",\"id\":\"p1\",\"name\":\"show\"}");
        assertThat(task.reference("parent").flatMap(parent -> parent.text("name")))
                .contains("show");
    }

    @Test
    void gettingAsksOnceForTheDefaultProjections() {
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"comp\"}");
        var task = session.get("Task", "t1").orElseThrow();
        assertThat(calls.asked()).isEqualTo("select id, name from Task where id is \"t1\" offset 0 limit 1");
        assertThat(session.get("Task", "t1")).containsSame(task);
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void gettingQuotesEveryPartOfACompositeKey() {
        calls.find();
        assertThat(session.get("Metadata", "a\" or parent_id is \"b", "k")).isEmpty();
        assertThat(calls.asked())
                .contains("from Metadata where (parent_id is \"a\\\" or parent_id is \\\"b\" and key is \"k\") offset");
    }

    @Test
    void gettingNeedsAWholeKeyOfTheRightKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.get("Metadata", "a"))
                .withMessageContaining("parent_id and key");
        assertThatIllegalArgumentException().isThrownBy(() -> session.get("Task", 7));
        assertThatExceptionOfType(UnknownEntityType.class).isThrownBy(() -> session.get("Tasks", "a"));
    }

    @Test
    void aKeyMayBeANumber() {
        calls.find("{\"__entity_type__\":\"Counter\",\"id\":7,\"count\":3}");
        var counter = session.get("Counter", 7).orElseThrow();
        assertThat(calls.asked()).contains("where id is 7 ");
        assertThat(counter.id()).isEqualTo("7");
        assertThat(counter.integer("id")).hasValue(7);
    }

    @Test
    void populatingAsksForManyEntitiesAtOnceTypeByType() {
        var task = session.entity("Task", "t1");
        var other = session.entity("Task", "t2");
        var note = session.known("NoteComponent", Map.of("component_id", "c1", "note_id", "n1"));
        calls.find(
                "{\"__entity_type__\":\"Task\",\"id\":\"t2\",\"status\":null}",
                "{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"status\":{\"__entity_type__\":\"Status\",\"id\":\"s1\",\"name\":\"Done\"}}");
        session.populate(List.of(task, other, task), "status.name", "name");
        assertThat(calls.asked())
                .isEqualTo("select status.name, name from Task where id in (\"t1\", \"t2\") offset 0 limit 500");
        assertThat(task.reference("status").flatMap(status -> status.text("name")))
                .contains("Done");
        assertThat(other.reference("status")).isEmpty();
        assertThat(other.text("name")).isEmpty();
        calls.find(
                "{\"__entity_type__\":\"NoteComponent\",\"component_id\":\"c1\",\"note_id\":\"n1\",\"url\":{\"value\":\"http://x\"}}");
        session.populate(List.of(note), "url");
        assertThat(calls.asked())
                .isEqualTo(
                        "select url from NoteComponent where (component_id is \"c1\" and note_id is \"n1\") offset 0 limit 500");
        assertThat(note.value("url")).isPresent();
    }

    @Test
    void populatingAsksForAtMostFiveHundredEntitiesAtOnce() {
        var tasks = IntStream.range(0, 1001)
                .mapToObj(i -> session.entity("Task", "t" + i))
                .toList();
        calls.find().find().find();
        session.populate(tasks, "name");
        assertThat(calls.sent()).hasSize(3);
    }

    @Test
    void populatingTakesOnlyNamesOfAttributes() {
        var tasks = List.of(session.entity("Task", "t1"));
        assertThatExceptionOfType(UnknownAttribute.class).isThrownBy(() -> session.populate(tasks, "nam"));
        assertThatIllegalArgumentException().isThrownBy(() -> session.populate(tasks, "name from User where"));
        assertThatIllegalArgumentException().isThrownBy(() -> session.populate(tasks, "status.name, x"));
        assertThatIllegalArgumentException().isThrownBy(() -> session.populate(tasks));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calls.session().populate(tasks, "name"))
                .withMessageContaining("another session");
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void refreshingAsksForEverythingThatIsLoaded() {
        var task = found("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"a\",\"sort\":1}");
        task.set("sort", 9);
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"b\",\"sort\":2}");
        assertThat(task.refresh().text("name")).contains("b");
        assertThat(task.integer("sort")).hasValue(9);
        assertThat(calls.asked()).startsWith("select name, sort from Task where id is \"t1\"");
        calls.find();
        assertThatExceptionOfType(EntityGone.class).isThrownBy(task::refresh);
    }

    @Test
    void whatIsKnownIsNotAskedFor() {
        session.known("Status", Map.of("id", "s1", "name", "Done"));
        System.gc();
        assertThat(session.get("Status", "s1").flatMap(status -> status.text("name")))
                .contains("Done");
        assertThat(calls.sent()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> session.known("Status", Map.of("name", "x")));
    }

    @Test
    void afterClearingEverythingIsAskedAnew() {
        var cache = new MapCache();
        var cachedSession = calls.session(cache, true);
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"a\"}");
        var task = cachedSession.get("Task", "t1").orElseThrow();
        task.set("name", "b");
        cachedSession.clear();
        assertThat(cache.kept).isEmpty();
        cachedSession.commit();
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"c\"}");
        assertThat(cachedSession.get("Task", "t1"))
                .get()
                .isNotSameAs(task)
                .returns(Optional.of("c"), found -> found.text("name"));
        assertThat(calls.sent()).hasSize(2);
    }

    @Test
    void whatTheServerSaidIsCachedAsItTravels() {
        var cache = new MapCache();
        calls.find(
                "{\"__entity_type__\":\"Note\",\"id\":\"n1\",\"content\":\"hi\",\"user\":{\"__entity_type__\":\"User\",\"id\":\"u1\",\"username\":\"jo\"}}");
        calls.session(cache, true).query("Note").all();
        assertThat(cache.kept)
                .containsOnly(
                        Map.entry(
                                "Note:n1",
                                json(
                                        "{\"__entity_type__\":\"Note\",\"id\":\"n1\",\"content\":\"hi\",\"user\":{\"__entity_type__\":\"User\",\"id\":\"u1\"}}")),
                        Map.entry("User:u1", json("{\"__entity_type__\":\"User\",\"id\":\"u1\",\"username\":\"jo\"}")));
    }

    @Test
    void gettingAndReadingLookIntoTheCacheFirst() {
        var cache = new MapCache();
        cache.put(
                "Note:n1",
                json(
                        "{\"__entity_type__\":\"Note\",\"id\":\"n1\",\"user\":{\"__entity_type__\":\"User\",\"id\":\"u1\"}}"));
        cache.put("User:u1", json("{\"__entity_type__\":\"User\",\"id\":\"u1\",\"username\":\"jo\"}"));
        var note = calls.session(cache, true).get("Note", "n1").orElseThrow();
        assertThat(note.reference("user").flatMap(user -> user.text("username")))
                .contains("jo");
        assertThat(calls.sent()).isEmpty();
        calls.find("{\"__entity_type__\":\"Note\",\"id\":\"n1\",\"content\":\"hi\"}");
        assertThat(note.text("content")).contains("hi");
        assertThat(cache.kept.get("Note:n1")).hasSize(4);
    }

    @Test
    void whatTheCacheSaysDoesNotReplaceWhatTheServerSaid() {
        var cache = new MapCache();
        var cached = calls.session(cache, true);
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"new\"}");
        var task = cached.query("Task").one();
        cache.put("Task:t1", json("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"old\",\"sort\":3}"));
        assertThat(task.integer("sort")).hasValue(3);
        assertThat(task.text("name")).contains("new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"__entity_type__\":\"Task\"}",
                "{\"__entity_type__\":\"Task\",\"id\":\"other\"}",
                "{\"__entity_type__\":\"User\",\"id\":\"t1\"}"
            })
    void whatCannotBeInTheCacheIsForgotten(String nonsense) {
        var cache = new MapCache();
        cache.put("Task:t1", json(nonsense));
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"a\"}");
        assertThat(calls.session(cache, true).get("Task", "t1").flatMap(task -> task.text("name")))
                .contains("a");
        assertThat(cache.kept.get("Task:t1").getString("name")).isEqualTo("a");
    }

    @Test
    void aCacheThatFailsIsPassedOver() {
        var failing = new MapCache() {
            @Override
            public Optional<JsonObject> get(String key) {
                throw new IllegalStateException("disk full");
            }
        };
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"a\"}");
        assertThat(calls.session(failing, true).get("Task", "t1")).isPresent();
    }

    private Entity found(String json) {
        calls.find(json);
        var one = session.query("select id from " + json(json).getString("__entity_type__"))
                .one();
        calls.sent();
        return one;
    }

    private static JsonObject json(String text) {
        return JsonText.parseObject(text);
    }

    private static class MapCache implements EntityCache {

        final Map<String, JsonObject> kept = new HashMap<>();

        @Override
        public Optional<JsonObject> get(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(String key, JsonObject entity) {
            kept.put(key, entity);
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
    }
}
