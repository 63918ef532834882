package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.JsonText;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemasTest {

    private final Schemas schemas = Schemas.of(JsonText.parseArray(ScriptedCalls.SCHEMAS));

    @ParameterizedTest
    @CsvSource({
        "id, TEXT",
        "name, TEXT",
        "bid, NUMBER",
        "sort, INTEGER",
        "is_open, FLAG",
        "data, JSON",
        "any, JSON",
        "created_at, DATE_TIME",
        "due, DATE",
        "parent, REFERENCE",
        "notes, COLLECTION",
        "metadata, MAPPED"
    })
    void everyPropertyHasAKind(String attribute, Kind kind) {
        assertThat(schemas.get("Task").attribute(attribute).kind()).isEqualTo(kind);
    }

    @Test
    void referencesAndCollectionsKnowTheirTarget() {
        var task = schemas.get("Task");
        assertThat(task.attribute("parent").target()).contains("Context");
        assertThat(task.attribute("notes").target()).contains("Note");
        assertThat(task.attribute("metadata").target()).contains("Metadata");
        assertThat(task.attribute("name").target()).isEmpty();
    }

    @Test
    void primaryKeysAndWhatIsDeclaredAreImmutable() {
        assertThat(schemas.get("Task").attribute("link").immutable()).isTrue();
        assertThat(schemas.get("Task").attribute("name").immutable()).isFalse();
        assertThat(schemas.get("Status").attribute("id").immutable()).isTrue();
    }

    @Test
    void everyNewEntityGetsAnIdOfItsOwn() {
        var id = schemas.get("Task").attribute("id");
        assertThat(id.initial()).isNotEqualTo(id.initial());
        assertThat(id.initial().map(JsonValue::toString).orElse(""))
                .matches("\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"");
    }

    @Test
    void otherDefaultsAreTakenAsTheyAre() {
        assertThat(schemas.get("Task").attribute("object_type_id").initial())
                .map(JsonValue::toString)
                .contains("\"11c1\"");
        assertThat(schemas.get("Note").attribute("is_todo").initial()).contains(JsonValue.FALSE);
        assertThat(schemas.get("Task").attribute("name").initial()).isEmpty();
    }

    @Test
    void attributesThatMayNotBeAskedForAreUnknown() {
        assertThatExceptionOfType(UnknownAttribute.class)
                .isThrownBy(() -> schemas.get("Task").attribute("secret"))
                .withMessage("Task has no attribute secret");
    }

    @Test
    void unknownNamesAreRefusedWithTheClosestKnownOnes() {
        assertThatExceptionOfType(UnknownAttribute.class)
                .isThrownBy(() -> schemas.get("Task").attribute("Nmae"))
                .withMessage("Task has no attribute Nmae; did you mean name?");
        assertThatExceptionOfType(UnknownAttribute.class)
                .isThrownBy(() -> schemas.get("Task").attribute("stat"))
                .withMessageContaining("status, status_id");
        assertThatExceptionOfType(UnknownEntityType.class)
                .isThrownBy(() -> schemas.get("x".repeat(100_000)))
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(300));
    }

    @ParameterizedTest
    @CsvSource({"status, status_id", "status_id, status", "parent, parent_id"})
    void aReferenceAndItsForeignKeyAreCompanions(String one, String other) {
        var task = schemas.get("Task");
        assertThat(task.companion(task.attribute(one))).map(Attribute::name).contains(other);
    }

    @Test
    void mostAttributesHaveNoCompanion() {
        var task = schemas.get("Task");
        assertThat(task.companion(task.attribute("object_type_id"))).isEmpty();
        assertThat(task.companion(task.attribute("name"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Task, Context, true",
        "Project, Context, true",
        "Task, Task, true",
        "ContextCustomAttributeValue, CustomAttributeValue, true",
        "SequenceComponent, Component, true",
        "NoteCategory, NoteLabel, true",
        "NoteLabel, NoteCategory, true",
        "NoteLabel, Task, false",
        "User, Context, false",
        "Context, Task, false"
    })
    void subtypesAreKnownFromTheProtocol(String type, String base, boolean expected) {
        assertThat(schemas.isA(type, base)).isEqualTo(expected);
    }

    @Test
    void aTypeThatHasAllAttributesOfAnotherMayStandForIt() {
        var studio = Schemas.of(JsonText.parseArray("""
                [{"id":"Base","primary_key":["id"],"properties":{"id":{"type":"string"},"name":{"type":"string"}}},
                 {"id":"Special","primary_key":["id"],"properties":{"id":{"type":"string"},"name":{"type":"string"},"x":{"type":"string"}}}]
                """));
        assertThat(studio.mayStandFor("Special", "Base")).isTrue();
        assertThat(studio.mayStandFor("Base", "Special")).isFalse();
        assertThat(studio.mayStandFor("Base", "NotTold")).isTrue();
    }

    @Test
    void whatIsNoSchemaIsPassedOver() {
        var odd = Schemas.of(JsonText.parseArray("""
                [1, null, [], {}, {"id":7}, {"id":"NoKey","properties":{}}, {"id":"Odd","primary_key":["id", 3],"default_projections":["id","gone"],
                  "properties":{"x":{},"y":{"type":"novelty"},"z":{"type":"array"},"w":7},"$mixin":true,"new":{"a":1}}]
                """));
        assertThat(odd.all()).extracting(Schema::id).containsExactly("Odd");
        var schema = odd.get("Odd");
        assertThat(schema.primaryKey()).containsExactly("id");
        assertThat(schema.defaultProjections()).containsExactly("id");
        assertThat(schema.attribute("id").kind()).isEqualTo(Kind.TEXT);
        assertThat(schema.attribute("x").kind()).isEqualTo(Kind.JSON);
        assertThat(schema.attribute("y").kind()).isEqualTo(Kind.JSON);
        assertThat(schema.attribute("z").kind()).isEqualTo(Kind.JSON);
        assertThat(schema.has("w")).isFalse();
        assertThat(schema.attribute("x").target()).isEqualTo(Optional.empty());
    }
}
