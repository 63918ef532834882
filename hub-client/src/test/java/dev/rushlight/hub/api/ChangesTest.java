package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.hub.JsonText;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ChangesTest {

    private final ScriptedCalls calls = new ScriptedCalls();
    private final Entities session = calls.session();
    private final Entity task = session.known("Task", Map.of("id", "t1", "name", "comp", "sort", 1));
    private final Entity other = session.known("Task", Map.of("id", "t2", "name", "anim", "sort", 2));
    private final Entity user = session.known("User", Map.of("id", "u1", "username", "jo"));

    @Test
    void aNewEntityIsSentWithItsDataAndTheDefaults() {
        var note = session.create("Note", ordered("id", "n1", "content", "hi", "user", user));
        assertThat(calls.sent()).isEmpty();
        calls.answer(created("{\"__entity_type__\":\"Note\",\"id\":\"n1\",\"content\":\"HI\",\"parent_id\":\"p\"}"));
        session.commit();
        assertThat(calls.sent())
                .containsExactly("[{\"action\":\"create\",\"entity_type\":\"Note\",\"entity_key\":[\"n1\"],"
                        + "\"entity_data\":{\"__entity_type__\":\"Note\",\"id\":\"n1\",\"content\":\"hi\","
                        + "\"user\":{\"__entity_type__\":\"User\",\"id\":\"u1\"},\"is_todo\":false}}]");
        assertThat(note.text("content")).contains("HI");
        assertThat(note.text("parent_id")).contains("p");
        assertThat(note.reference("user")).contains(user);
        assertThat(note.flag("is_todo")).contains(false);
        assertThat(session.get("Note", "n1")).contains(note);
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void aNewEntityIsReadWithoutAskingTheServer() {
        var created = session.create("Task", Map.of("name", "comp"));
        assertThat(created.id()).hasSize(36);
        assertThat(created.text("name")).contains("comp");
        assertThat(created.text("object_type_id")).contains("11c1");
        assertThat(created.text("description")).isEmpty();
        assertThat(created.collection("notes")).isEmpty();
        assertThat(created.mapped("metadata")).isEmpty();
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void aDefaultGivesWayToTheReferenceThatIsGivenInstead() {
        var status = session.entity("Status", "s1");
        assertThat(session.create("Task", Map.of()).text("status_id")).contains("none");
        assertThat(session.create("Task", Map.of("status", status)).text("status_id"))
                .isEmpty();
    }

    @Test
    void aKeyIsTakenFromTheReferenceThatIsGivenInstead() {
        var note = session.create("Note", Map.of("id", "n1"));
        var component = session.create("NoteComponent", Map.of("component_id", "c1", "note", note));
        assertThat(component.key().values()).containsExactly("c1", "n1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.create("NoteComponent", Map.of("component_id", "c1")))
                .withMessage("A new NoteComponent needs its primary key's note_id");
    }

    @Test
    void wrongDataIsRefusedAndNothingIsRecorded() {
        assertThatExceptionOfType(UnknownEntityType.class).isThrownBy(() -> session.create("Nope", Map.of()));
        assertThatExceptionOfType(UnknownAttribute.class)
                .isThrownBy(() -> session.create("Note", Map.of("contents", "x")));
        assertThatIllegalArgumentException().isThrownBy(() -> session.create("Note", Map.of("content", 7)));
        assertThatIllegalArgumentException().isThrownBy(() -> session.create("Note", Map.of("user", task)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.create("Task", Map.of("metadata", Map.of("k", 7))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.create("Task", Map.of("custom_attributes", Map.of("k", "v"))))
                .withMessageContaining("once the entity is committed");
        var withNull = new HashMap<String, Object>();
        withNull.put("content", null);
        assertThatIllegalArgumentException().isThrownBy(() -> session.create("Note", withNull));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.create("Task", Map.of("id", "t1")))
                .withMessage("Task[t1] exists already");
        session.commit();
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void anUpdateIsSentWithWhatWasWritten() {
        task.set("name", "Comp").set("parent", session.entity("Project", "p1")).unset("description");
        assertThat(task.text("name")).contains("Comp");
        calls.answer(updated("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"COMP\","
                + "\"parent\":{\"__entity_type__\":\"Project\",\"id\":\"p1\"},\"description\":null}"));
        session.commit();
        assertThat(calls.sent())
                .containsExactly("[{\"action\":\"update\",\"entity_type\":\"Task\",\"entity_key\":[\"t1\"],"
                        + "\"entity_data\":{\"__entity_type__\":\"Task\",\"name\":\"Comp\","
                        + "\"parent\":{\"__entity_type__\":\"Project\",\"id\":\"p1\"},\"description\":null}}]");
        assertThat(task.text("name")).contains("COMP");
    }

    @Test
    void aCollectionIsSentAsTheListThatReplacesIt() {
        var note = session.entity("Note", "n1");
        calls.find(
                "{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"notes\":[{\"__entity_type__\":\"Note\",\"id\":\"n0\"}]}");
        task.add("notes", note).add("notes", note);
        assertThat(task.collection("notes")).extracting(Entity::id).containsExactly("n0", "n1");
        calls.sent();
        calls.answer(updated("{\"__entity_type__\":\"Task\",\"id\":\"t1\"}"));
        session.commit();
        assertThat(calls.sent().get(0))
                .contains(
                        "\"notes\":[{\"__entity_type__\":\"Note\",\"id\":\"n0\"},{\"__entity_type__\":\"Note\",\"id\":\"n1\"}]");
        task.remove("notes", note);
        task.remove("notes", note);
        assertThat(task.collection("notes")).extracting(Entity::id).containsExactly("n0");
        task.set("notes", List.of());
        assertThat(task.collection("notes")).isEmpty();
    }

    @Test
    void aDeletionNamesOnlyTheEntity() {
        var metadata = session.known("Metadata", Map.of("parent_id", "t1", "key", "k"));
        session.delete(metadata);
        session.delete(metadata);
        calls.answer("[{\"action\":\"delete\",\"data\":true}]");
        session.commit();
        assertThat(calls.sent())
                .containsExactly(
                        "[{\"action\":\"delete\",\"entity_type\":\"Metadata\",\"entity_key\":[\"t1\",\"k\"]}]");
    }

    @Test
    void aDeletedEntityCannotBeUsed() {
        var note = session.known("Note", Map.of("id", "n1", "content", "hi", "user", user));
        calls.find(
                "{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"notes\":[{\"__entity_type__\":\"Note\",\"id\":\"n1\"}]}");
        session.populate(List.of(task), "notes");
        session.delete(note);
        assertThat(session.get("Note", "n1")).isEmpty();
        assertThat(task.collection("notes")).isEmpty();
        assertThatExceptionOfType(EntityGone.class)
                .isThrownBy(() -> note.set("content", "x"))
                .withMessage("Note[n1] does not exist any more");
        assertThatExceptionOfType(EntityGone.class).isThrownBy(() -> task.add("notes", note));
        assertThatExceptionOfType(EntityGone.class)
                .isThrownBy(() -> session.create("Task", Map.of("notes", List.of(note))));
        calls.answer("[{\"action\":\"delete\",\"data\":true}]");
        session.commit();
        assertThat(note.text("content")).contains("hi");
        assertThatExceptionOfType(EntityGone.class).isThrownBy(() -> note.text("parent_id"));
        assertThatExceptionOfType(EntityGone.class).isThrownBy(() -> session.delete(note));
    }

    @Test
    void everythingIsSentAsOneBatchInTheOrderInWhichItWasDone() {
        var note = session.create("Note", Map.of("id", "n1"));
        task.set("notes", List.of(note));
        session.delete(other);
        task.set("name", "x");
        calls.answer("""
                [{"action":"create","data":{"__entity_type__":"Note","id":"n1"}},{"action":"update","data":{"__entity_type__":"Task","id":"t1"}},
                 {"action":"delete","data":true},{"action":"update","data":{"__entity_type__":"Task","id":"t1"}}]
                """);
        session.commit();
        assertThat(actions()).containsExactly("create Note", "update Task", "delete Task", "update Task");
        session.commit();
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void updatesOfOneEntityAreSentTogetherWhereNothingElseComesBetween() {
        task.set("name", "a");
        other.set("name", "b");
        task.set("sort", 5);
        other.set("sort", 6).set("sort", 7);
        calls.answerAsSent();
        session.commit();
        assertThat(calls.sent())
                .singleElement()
                .asString()
                .contains("\"name\":\"a\",\"sort\":5}", "\"name\":\"b\",\"sort\":7}");
    }

    @Test
    void anAttributeThatIsWrittenAgainIsSentAgainSoThatNamesCanBeSwapped() {
        task.set("name", "tmp");
        other.set("name", "comp");
        task.set("name", "anim");
        calls.answerAsSent();
        session.commit();
        assertThat(actions()).containsExactly("update Task", "update Task", "update Task");
        assertThat(task.text("name")).contains("anim");
    }

    @Test
    void whatIsWrittenToANewEntityGoesIntoItsCreation() {
        var note = session.create("Note", Map.of("id", "n1"));
        note.set("content", "required").set("content", "really");
        calls.answerAsSent();
        session.commit();
        assertThat(calls.sent())
                .singleElement()
                .asString()
                .contains("\"content\":\"really\"")
                .doesNotContain("update");
    }

    @Test
    void anUpdateThatRefersToALaterEntityComesAfterIt() {
        var note = session.create("Note", Map.of("id", "n1"));
        var author = session.create("User", Map.of("id", "u2"));
        note.set("user", author).set("content", "hi");
        calls.answerAsSent();
        session.commit();
        assertThat(actions()).containsExactly("create Note", "create User", "update Note");
    }

    @Test
    void whatIsWrittenIsSentEvenIfTheServerSaidTheSameBefore() {
        task.set("name", "comp").set("sort", 1L).unset("description");
        calls.answerAsSent();
        session.commit();
        assertThat(calls.sent())
                .singleElement()
                .asString()
                .contains("{\"__entity_type__\":\"Task\",\"name\":\"comp\",\"sort\":1,\"description\":null}");
        task.set("name", "comp");
        calls.answerAsSent();
        session.commit();
        assertThat(actions()).containsExactly("update Task");
    }

    @Test
    void whatIsRecordedAlreadyIsNotRecordedAgain() {
        task.set("name", "x");
        other.set("name", "y");
        task.set("name", "x");
        calls.answerAsSent();
        session.commit();
        assertThat(actions()).containsExactly("update Task", "update Task");
    }

    @Test
    void anImmutableAttributeMayBeWrittenAsItIs() {
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"link\":\"x\"}");
        session.populate(List.of(task), "link");
        calls.sent();
        task.set("link", "x").set("id", "t1");
        session.commit();
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void aNewEntityThatIsDeletedAgainIsNeverSent() {
        var note = session.create("Note", Map.of("id", "n1"));
        note.set("content", "x");
        task.set("name", "x");
        session.delete(note);
        calls.answerAsSent();
        session.commit();
        assertThat(actions()).containsExactly("update Task");
        assertThatExceptionOfType(EntityGone.class).isThrownBy(() -> note.text("content"));
    }

    @Test
    void aNewEntityThatOthersMentionIsCreatedAndThenDeleted() {
        var note = session.create("Note", Map.of("id", "n1"));
        task.set("notes", List.of(note));
        session.delete(note);
        calls.answerAsSent();
        session.commit();
        assertThat(actions()).containsExactly("create Note", "update Task", "delete Note");
        assertThat(task.collection("notes")).isEmpty();
    }

    @Test
    void updatesOfADeletedEntityAreNotSent() {
        task.set("name", "x");
        session.delete(task);
        calls.answerAsSent();
        session.commit();
        assertThat(actions()).containsExactly("delete Task");
    }

    @Test
    void whatCannotBeWrittenIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task.set("link", "x"))
                .withMessage("Task.link is immutable");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task.set("id", "x"))
                .withMessage("Task.id is immutable");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task.set("parent", user))
                .withMessage("Task.parent takes a value of kind REFERENCE (Context), not User");
        assertThatIllegalArgumentException().isThrownBy(() -> task.set("notes", user));
        assertThatIllegalArgumentException().isThrownBy(() -> task.set("notes", List.of("n1")));
        assertThatIllegalArgumentException().isThrownBy(() -> task.add("notes", user));
        assertThatIllegalArgumentException().isThrownBy(() -> task.add("name", user));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> task.set("parent", calls.session().entity("Task", "t9")))
                .withMessageContaining("another session");
        assertThatExceptionOfType(UnknownAttribute.class).isThrownBy(() -> task.set("nam", "x"));
        session.commit();
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void immutableAttributesOfANewEntityCanBeWritten() {
        var created = session.create("Task", Map.of()).set("link", "x");
        assertThat(created.text("link")).contains("x");
        assertThatIllegalArgumentException().isThrownBy(() -> created.set("id", "x"));
    }

    @Test
    void rollingBackRestoresEverything() {
        var note = session.create("Note", Map.of("id", "n1", "content", "hi"));
        task.set("name", "x").set("parent", other);
        session.delete(user);
        session.rollback();
        assertThat(task.text("name")).contains("comp");
        assertThat(user.text("username")).contains("jo");
        assertThat(session.get("User", "u1")).contains(user);
        assertThatExceptionOfType(EntityGone.class).isThrownBy(() -> note.text("content"));
        assertThatExceptionOfType(EntityGone.class).isThrownBy(() -> note.set("content", "x"));
        assertThatExceptionOfType(EntityGone.class).isThrownBy(() -> session.delete(note));
        session.commit();
        assertThat(calls.sent()).isEmpty();
        assertThat(session.create("Note", Map.of("id", "n1"))).isNotSameAs(note);
    }

    @Test
    void aNewEntityWithTheKeyOfADeletedOneTakesItsPlace() {
        session.delete(task);
        var again = session.create("Task", Map.of("id", "t1", "name", "again"));
        assertThat(session.get("Task", "t1")).containsSame(again);
        calls.answerAsSent();
        session.commit();
        assertThat(session.get("Task", "t1")).containsSame(again);
        assertThat(again.text("name")).contains("again");
        calls.sent();
        session.delete(again);
        session.create("Task", Map.of("id", "t1"));
        session.rollback();
        assertThat(session.get("Task", "t1")).containsSame(again);
    }

    @Test
    void afterARefusalTheChangesCanBeMendedAndCommittedAgain() {
        var note = session.create("Note", Map.of("id", "n1"));
        task.set("name", "x");
        calls.answer(() -> {
            throw new ServerError("ValidationError", "content is required", Optional.empty(), 200);
        });
        assertThatExceptionOfType(ServerError.class).isThrownBy(session::commit);
        calls.sent();
        note.set("content", "hi");
        calls.answerAsSent();
        session.commit();
        assertThat(actions()).containsExactly("create Note", "update Task");
        assertThat(task.text("name")).contains("x");
    }

    @Test
    void afterALostCallTheChangesCanBeRolledBack() {
        task.set("name", "x");
        calls.answer(() -> {
            throw new ServerUnreachable(URI.create("http://127.0.0.1:1"), new IOException("reset"));
        });
        assertThatExceptionOfType(ServerUnreachable.class).isThrownBy(session::commit);
        assertThat(task.text("name")).contains("x");
        session.rollback();
        assertThat(task.text("name")).contains("comp");
    }

    @Test
    void whatIsWrittenDuringACommitIsSentWithTheNextOne() {
        task.set("name", "first");
        calls.answer(() -> {
            task.set("name", "second");
            return JsonText.parseArray(updated("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"first\"}"));
        });
        session.commit();
        assertThat(task.text("name")).contains("second");
        calls.sent();
        calls.answerAsSent();
        session.commit();
        assertThat(calls.sent()).singleElement().asString().contains("\"name\":\"second\"");
    }

    @Test
    void aNewEntityThatIsDeletedWhileItIsSentIsDeletedWithTheNextCommit() {
        var note = session.create("Note", Map.of("id", "n1"));
        calls.answer(() -> {
            session.delete(note);
            return JsonText.parseArray(created("{\"__entity_type__\":\"Note\",\"id\":\"n1\"}"));
        });
        session.commit();
        calls.sent();
        calls.answerAsSent();
        session.commit();
        assertThat(actions()).containsExactly("delete Note");
    }

    @Test
    void whatSeveralThreadsWriteIsAllKept() throws Exception {
        calls.find("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"notes\":[],\"metadata\":[]}");
        session.populate(List.of(task), "notes", "metadata");
        var threads = Executors.newFixedThreadPool(4);
        try {
            var writing = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> task.add("notes", session.create("Note", Map.of("id", "n" + i)))
                                    .put("metadata", "k" + i, "v"),
                            threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(writing).get(20, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        assertThat(task.collection("notes")).hasSize(200);
        assertThat(task.mapped("metadata")).hasSize(200);
        calls.sent();
        calls.answerAsSent();
        session.commit();
        assertThat(task.collection("notes")).hasSize(200);
        assertThat(task.mapped("metadata")).hasSize(200);
    }

    @Test
    void oneCommitWaitsForTheOtherAndEntitiesCanBeReadMeanwhile() throws Exception {
        var isSending = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        task.set("name", "x");
        calls.answer(() -> {
            isSending.countDown();
            await(mayGoOn);
            return JsonText.parseArray(updated("{\"__entity_type__\":\"Task\",\"id\":\"t1\"}"));
        });
        var threads = Executors.newFixedThreadPool(2);
        try {
            var first = CompletableFuture.runAsync(session::commit, threads);
            await(isSending);
            other.set("name", "y");
            assertThat(task.text("name")).contains("x");
            var second = CompletableFuture.runAsync(session::commit, threads);
            calls.answerAsSent();
            mayGoOn.countDown();
            CompletableFuture.allOf(first, second).get(10, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        assertThat(calls.sent()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"action\":\"update\"}]",
                "[null]",
                "[]",
                "[{\"data\":{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"status\":{\"__entity_type__\":\"New\",\"id\":\"x\"}}}]",
                "[{\"data\":{\"__entity_type__\":\"Task\",\"id\":\"other\",\"name\":\"y\"}}]"
            })
    void whatTheServerDidHoldsEvenIfWhatItSaysOfItIsMalformed(String answer) {
        task.set("name", "x");
        calls.answer(answer);
        assertThatExceptionOfType(MalformedAnswer.class).isThrownBy(session::commit);
        assertThat(task.text("name")).contains("x");
        calls.sent();
        session.commit();
        session.rollback();
        assertThat(task.text("name")).contains("x");
        assertThat(calls.sent()).isEmpty();
    }

    @Test
    void afterAForeignKeyChangedItsReferenceIsAskedForAnew() {
        calls.find(
                "{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"status_id\":\"s1\",\"status\":{\"__entity_type__\":\"Status\",\"id\":\"s1\"}}");
        session.populate(List.of(task), "status", "status_id");
        task.set("status_id", "s2");
        calls.answer(updated("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"status_id\":\"s2\"}"));
        session.commit();
        calls.find(
                "{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"status\":{\"__entity_type__\":\"Status\",\"id\":\"s2\"}}");
        assertThat(task.reference("status")).map(Entity::id).contains("s2");
    }

    @Test
    void populatingPassesOverNewEntities() {
        session.populate(List.of(session.create("Task", Map.of())), "name");
        assertThat(calls.sent()).isEmpty();
    }

    private List<String> actions() {
        return calls.sent().stream()
                .flatMap(batch -> JsonText.parseArray(batch).stream())
                .map(operation -> operation.asJsonObject().getString("action") + " "
                        + operation.asJsonObject().getString("entity_type"))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        IntStream.range(0, namesAndValues.length / 2)
                .forEach(i -> map.put((String) namesAndValues[2 * i], namesAndValues[2 * i + 1]));
        return map;
    }

    private static String created(String data) {
        return "[{\"action\":\"create\",\"data\":" + data + "}]";
    }

    private static String updated(String data) {
        return "[{\"action\":\"update\",\"data\":" + data + "}]";
    }
}
