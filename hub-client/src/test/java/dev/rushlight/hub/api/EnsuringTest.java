package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnsuringTest {

    private static final String JO =
            "{\"__entity_type__\":\"User\",\"id\":\"u1\",\"username\":\"jo\",\"email\":\"jo@x\"}";

    private final ScriptedCalls calls = new ScriptedCalls();
    private final Entities session = calls.session();

    @Test
    void whatDoesNotExistIsCreatedAndCommitted() {
        calls.find().answerAsSent();
        var user = session.ensure("User", ordered("username", "jo", "email", "jo@x"), "username");
        assertThat(user.text("email")).contains("jo@x");
        var sent = calls.sent();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0))
                .contains("select id, username, email from User where username is \\\"jo\\\" offset 0 limit 2");
        assertThat(sent.get(1)).contains("\"action\":\"create\"", "\"username\":\"jo\",\"email\":\"jo@x\"");
        session.commit();
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void whatExistsIsTakenAsItIs() {
        calls.find(JO);
        var user = session.ensure("User", Map.of("username", "jo", "email", "jo@x"), "username");
        assertThat(user.id()).isEqualTo("u1");
        assertThat(calls.sent()).hasSize(1);
    }

    @Test
    void onlyWhatDiffersIsUpdated() {
        calls.find(JO).answerAsSent();
        var user = session.ensure("User", Map.of("username", "jo", "email", "new@x"), "username");
        assertThat(user.text("email")).contains("new@x");
        assertThat(calls.sent())
                .last()
                .asString()
                .isEqualTo("[{\"action\":\"update\",\"entity_type\":\"User\",\"entity_key\":[\"u1\"],"
                        + "\"entity_data\":{\"__entity_type__\":\"User\",\"email\":\"new@x\"}}]");
    }

    @Test
    void everyValueIdentifiesIfNoneIsNamed() {
        calls.find(JO);
        session.ensure("User", ordered("username", "jo", "email", "jo@x"));
        assertThat(calls.asked()).contains("where username is \"jo\" and email is \"jo@x\" offset");
    }

    @Test
    void valuesOfEveryKindAreQuotedAsTheyNeedToBe() {
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\"}");
        var data = ordered(
                "name",
                "a\" or name is \"b",
                "parent",
                session.entity("Project", "p\"1"),
                "sort",
                3,
                "is_open",
                true,
                "created_at",
                Instant.parse("2022-10-10T10:12:09.9Z"));
        session.ensure("Task", data);
        assertThat(calls.asked())
                .contains("where name is \"a\\\" or name is \\\"b\" and parent.id is \"p\\\"1\" and sort is 3"
                        + " and is_open is True and created_at is \"2022-10-10T10:12:09\" offset");
    }

    @Test
    void dateTimesAreComparedAtWholeSeconds() {
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"x\","
                + "\"created_at\":{\"__type__\":\"datetime\",\"value\":\"2022-10-10T10:12:09\"}}");
        session.ensure("Task", Map.of("name", "x", "created_at", Instant.parse("2022-10-10T10:12:09.9Z")), "name");
        assertThat(calls.sent()).hasSize(1);
    }

    @Test
    void referencesAndCollectionsAreComparedByWhomTheyName() {
        calls.find(
                "{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"x\",\"parent\":{\"__entity_type__\":\"Project\",\"id\":\"p1\"},"
                        + "\"notes\":[{\"__entity_type__\":\"Note\",\"id\":\"n1\"},{\"__entity_type__\":\"Note\",\"id\":\"n2\"}]}");
        session.ensure(
                "Task",
                Map.of(
                        "name", "x",
                        "parent", session.entity("Project", "p1"),
                        "notes", List.of(session.entity("Note", "n2"), session.entity("Note", "n1"))),
                "name");
        assertThat(calls.sent()).hasSize(1);
    }

    @Test
    void metadataIsBroughtUpToDateKeyByKey() {
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"x\",\"metadata\":["
                        + "{\"__entity_type__\":\"Metadata\",\"parent_id\":\"t1\",\"key\":\"a\",\"value\":\"1\"},"
                        + "{\"__entity_type__\":\"Metadata\",\"parent_id\":\"t1\",\"key\":\"b\",\"value\":\"2\"}]}")
                .answerAsSent();
        var task = session.ensure("Task", Map.of("name", "x", "metadata", Map.of("b", "3", "c", "4")), "name");
        assertThat(task.mapped("metadata")).containsOnly(Map.entry("a", "1"), Map.entry("b", "3"), Map.entry("c", "4"));
        session.commit();
        assertThat(calls.sent()).hasSize(2);
    }

    @Test
    void whatElseWasRecordedIsNeitherSentNorLost() {
        var note = session.create("Note", Map.of("id", "n1"));
        var jo = session.known("User", Map.of("id", "u1", "username", "jo"));
        jo.set("username", "joe");
        calls.find(JO).answerAsSent();
        session.ensure("User", Map.of("username", "jo", "email", "new@x"), "username");
        assertThat(calls.sent()).last().asString().doesNotContain("n1", "joe");
        assertThat(jo.text("username")).contains("joe");
        calls.answerAsSent();
        session.commit();
        assertThat(calls.sent()).singleElement().asString().contains("\"n1\"", "joe");
        assertThat(note.text("id")).contains("n1");
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        var jo = session.known("User", Map.of("id", "u1", "username", "jo", "email", "old"));
        jo.set("username", "joe");
        calls.find(JO).answer(() -> {
            throw new ServerError("ValidationError", "no", Optional.empty(), 200);
        });
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> session.ensure("User", Map.of("username", "jo", "email", "new@x"), "username"));
        assertThat(jo.text("email")).contains("jo@x");
        assertThat(jo.text("username")).contains("joe");
        calls.find().answer(() -> {
            throw new ServerError("ValidationError", "no", Optional.empty(), 200);
        });
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> session.ensure("User", Map.of("id", "u2", "username", "al")));
        session.rollback();
        calls.sent();
        session.commit();
        assertThat(calls.sent()).isEmpty();
        assertThat(session.create("User", Map.of("id", "u2"))).isNotNull();
    }

    @Test
    void severalMatchesAreAnError() {
        calls.find(JO, "{\"__entity_type__\":\"User\",\"id\":\"u2\",\"username\":\"jo\"}");
        assertThatExceptionOfType(SeveralResults.class)
                .isThrownBy(() -> session.ensure("User", Map.of("username", "jo")));
    }

    @Test
    void whatCannotIdentifyIsRefusedBeforeAnythingIsAsked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.ensure("User", Map.of("username", "jo"), "email"))
                .withMessageContaining("User.email");
        assertThatIllegalArgumentException().isThrownBy(() -> session.ensure("User", Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.ensure("Task", Map.of("metadata", Map.of("a", "b"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.ensure("Task", Map.of("notes", List.of()), "notes"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.ensure("Note", Map.of("user", session.entity("Task", "t1"))));
        assertThatExceptionOfType(UnknownAttribute.class)
                .isThrownBy(() -> session.ensure("User", Map.of("username", "jo"), "name"));
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void whatIsNotCommittedYetCannotBeReferredTo() {
        var note = session.create("User", Map.of("id", "u9"));
        calls.find();
        assertThatIllegalStateException()
                .isThrownBy(() -> session.ensure("Note", Map.of("user", note)))
                .withMessage("User[u9] is not committed yet");
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        IntStream.range(0, namesAndValues.length / 2)
                .forEach(i -> map.put((String) namesAndValues[2 * i], namesAndValues[2 * i + 1]));
        return map;
    }
}
