package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.cache.EntityCache;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers batches with what a test says, in order, and remembers them as literal JSON. */
final class ScriptedCalls implements Function<List<JsonObject>, JsonArray> {

    static final String SCHEMAS = """
            [{"id":"Task","primary_key":["id"],"default_projections":["id","name"],"immutable":["id","link"],"alias_for":{"id":"Task"},
              "properties":{"id":{"type":"string","default":"{uid}"},"name":{"type":"string"},"description":{"type":"string"},
               "bid":{"type":"number"},"sort":{"type":"integer"},"is_open":{"type":"boolean"},"data":{"type":"object"},"any":{"type":"variable"},
               "object_type_id":{"type":"string","default":"11c1"},"link":{"type":"string"},
               "created_at":{"type":"string","format":"date-time"},"due":{"type":"string","format":"date"},
               "parent":{"$ref":"Context"},"parent_id":{"type":"string"},"status":{"$ref":"Status"},"status_id":{"type":"string","default":"none"},
               "notes":{"type":"array","items":{"$ref":"Note"}},"metadata":{"type":"mapped_array","items":{"$ref":"Metadata"}},
               "custom_attributes":{"type":"mapped_array","items":{"$ref":"ContextCustomAttributeValue"}},
               "secret":{"type":"string","restricted_projection":true}}},
             {"id":"Context","primary_key":["id"],"default_projections":["id","name"],
              "properties":{"id":{"type":"string","default":"{uid}"},"name":{"type":"string"}}},
             {"id":"Project","primary_key":["id"],"default_projections":["id","name"],
              "properties":{"id":{"type":"string","default":"{uid}"},"name":{"type":"string"},"color":{"type":"string"}}},
             {"id":"Status","primary_key":["id"],"default_projections":["id","name","color"],
              "properties":{"id":{"type":"string","default":"{uid}"},"name":{"type":"string"},"color":{"type":"string"}}},
             {"id":"Note","primary_key":["id"],"default_projections":["id","content"],
              "properties":{"id":{"type":"string","default":"{uid}"},"content":{"type":"string"},"user_id":{"type":"string"},"user":{"$ref":"User"},
               "is_todo":{"type":"boolean","default":false},"parent_id":{"type":"string"}}},
             {"id":"User","primary_key":["id"],"default_projections":["id","username"],
              "properties":{"id":{"type":"string","default":"{uid}"},"username":{"type":"string"},"email":{"type":"string"},
               "custom_attributes":{"type":"mapped_array","items":{"$ref":"UserCustomAttributeValue"}}}},
             {"id":"UserCustomAttributeValue","primary_key":["configuration_id","entity_id"],"default_projections":["key","value"],
              "properties":{"configuration_id":{"type":"string"},"entity_id":{"type":"string"},"key":{"type":"string"},"value":{"type":"variable"}}},
             {"id":"NoteComponent","primary_key":["component_id","note_id"],"default_projections":["component_id","note_id"],
              "properties":{"component_id":{"type":"string"},"note_id":{"type":"string"},"note":{"$ref":"Note"},"url":{"type":"object"}}},
             {"id":"Metadata","primary_key":["parent_id","key"],"default_projections":["parent_id","key","value","parent_type"],"immutable":["parent_id","key"],
              "properties":{"parent_id":{"type":"string"},"key":{"type":"string"},"value":{"type":"string"},"parent_type":{"type":"string"}}},
             {"id":"ContextCustomAttributeValue","primary_key":["configuration_id","entity_id"],"default_projections":["configuration_id","entity_id","value"],
              "properties":{"configuration_id":{"type":"string"},"configuration":{"$ref":"CustomAttributeConfiguration"},"entity_id":{"type":"string"},"value":{"type":"variable"}}},
             {"id":"CustomAttributeConfiguration","primary_key":["id"],"default_projections":["id","key"],
              "properties":{"id":{"type":"string"},"key":{"type":"string"}}},
             {"id":"Counter","primary_key":["id"],"default_projections":[],"properties":{"id":{"type":"integer"},"count":{"type":"integer"}}}]
            """;

    private final List<String> batches = new CopyOnWriteArrayList<>();
    private final Deque<Function<List<JsonObject>, JsonArray>> answers = new ConcurrentLinkedDeque<>();

    /** The entities of a session that asks here. */
    Entities session() {
        return session(new NoCache(), true);
    }

    Entities session(EntityCache cache, boolean autoPopulate) {
        return new Entities(
                JsonText.parseArray(SCHEMAS),
                this,
                new CachedEntities(cache, Optional.empty(), (type, key) -> type + ":" + String.join(",", key)),
                autoPopulate);
    }

    /** The next batch is answered so, given as literal JSON. */
    ScriptedCalls answer(String results) {
        return answer(() -> JsonText.parseArray(results));
    }

    /** The next batch is answered so, before those that have an answer already. */
    ScriptedCalls answerFirst(String results) {
        answers.addFirst(operations -> JsonText.parseArray(results));
        return this;
    }

    ScriptedCalls answer(Supplier<JsonArray> results) {
        answers.add(operations -> results.get());
        return this;
    }

    /** The next batch of changes is answered with what it says. */
    ScriptedCalls answerAsSent() {
        answers.add(operations -> {
            var results = Values.JSON.createArrayBuilder();
            for (var operation : operations) {
                var action = operation.getString("action");
                var result = Values.JSON.createObjectBuilder().add("action", action);
                results.add(
                        action.equals("delete")
                                ? result.add("data", true)
                                : result.add("data", operation.getJsonObject("entity_data")));
            }
            return results.build();
        });
        return this;
    }

    /** The next batch is one query, which finds these entities. */
    ScriptedCalls find(String... entities) {
        return page("null", entities);
    }

    ScriptedCalls page(String nextOffset, String... entities) {
        return answer("[{\"action\":\"query\",\"data\":[%s],\"metadata\":{\"next\":{\"offset\":%s}}}]"
                .formatted(String.join(",", entities), nextOffset));
    }

    @Override
    public JsonArray apply(List<JsonObject> operations) {
        batches.add(operations.stream().map(JsonObject::toString).collect(Collectors.joining(",", "[", "]")));
        assertThat(answers).as("an answer to %s", operations).isNotEmpty();
        return answers.remove().apply(operations);
    }

    /** The batches since the last time this was asked. */
    List<String> sent() {
        var sent = List.copyOf(batches);
        batches.clear();
        return sent;
    }

    /** The expression of the only query that was sent since this was asked. */
    String asked() {
        var sent = sent();
        assertThat(sent).hasSize(1);
        return JsonText.parseArray(sent.get(0)).getJsonObject(0).getString("expression");
    }
}
