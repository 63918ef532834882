package dev.rushlight.hub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.api.Entity;
import dev.rushlight.hub.api.EntityGone;
import dev.rushlight.hub.api.ServerError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of changes on any server: all of a commit or nothing of it, seen by everybody. */
@Timeout(60)
public abstract class CommitContract extends StudioContract {

    @Test
    void whatIsCreatedIsThereForEverybodyOnceItIsCommitted() {
        var session = open();
        var other = open();
        var project = newProject(session);
        var task = session.create(
                "Task", Map.of("name", "comp", "parent", project, "description", "first line\nsecond line"));
        assertThat(other.query("Task where project_id is {}", project.id()).all())
                .isEmpty();

        session.commit();
        var seen = other.get("Task", task.id()).orElseThrow();
        assertThat(seen.text("name")).contains("comp");
        assertThat(seen.text("description")).contains("first line\nsecond line");
        assertThat(seen.reference("parent").map(Entity::id)).contains(project.id());

        seen.set("name", "comp b");
        other.commit();
        assertThat(task.refresh().text("name")).contains("comp b");
    }

    @Test
    void whatTheServerFillsInIsReadLater() {
        var session = open();
        var task = newTask(session, newProject(session), "comp");
        session.commit();
        assertThat(task.reference("status").orElseThrow().text("name")).isNotEmpty();
        assertThat(task.dateTime("created_at").orElseThrow())
                .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
        assertThat(task.text("description")).isEmpty();
    }

    @Test
    void aRequiredValueMayComeLaterInTheSameBatch() {
        var session = open();
        var project = newProject(session);
        var task = session.create("Task", Map.of("parent", project));
        // Another change in between, so that the name is written by an update of its own.
        project.set("full_name", "renamed");
        newNote(session, "between");
        task.set("name", "late");
        session.commit();
        assertThat(open().get("Task", task.id()).orElseThrow().text("name")).contains("late");
    }

    @Test
    void aRequiredValueThatNeverComesIsTheServersError() {
        var session = open();
        var project = newProject(session);
        session.create("Task", Map.of("parent", project));
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(session::commit)
                .satisfies(e -> assertThat(e.exception()).isEqualTo("ValidationError"));
    }

    @Test
    void aFailingBatchLeavesNothingBehindAndCanBeMendedOrForgotten() {
        var session = open();
        var project = newProject(session);
        var before = project.text("full_name").orElseThrow();
        newTask(session, project, "fine");
        project.set("full_name", "changed");
        var broken = session.create("Task", Map.of("parent", project));
        assertThatExceptionOfType(ServerError.class).isThrownBy(session::commit);

        var other = open();
        assertThat(other.query("Task where project_id is {}", project.id()).all())
                .isEmpty();
        assertThat(other.get("Project", project.id()).orElseThrow().text("full_name"))
                .contains(before);

        broken.set("name", "mended");
        session.commit();
        assertThat(other.query("Task where project_id is {}", project.id()).all())
                .hasSize(2);
    }

    @Test
    void aNameThatIsTakenKeepsTheServersWordForIt() {
        var session = open();
        var taken = session.create("User", Map.of("username", unique("user")));
        session.commit();
        var other = open();
        other.create("User", Map.of("id", taken.id(), "username", unique("user")));
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(other::commit)
                .satisfies(e -> assertThat(e.exception()).contains("DuplicateEntryError"));
    }

    @Test
    void rollingBackForgetsWhatWasNotCommitted() {
        var session = open();
        var project = newProject(session);
        var name = project.text("full_name");
        project.set("full_name", "never");
        newTask(session, project, "never");
        session.delete(project);
        session.rollback();
        session.commit();
        assertThat(project.text("full_name")).isEqualTo(name);
        var other = open();
        assertThat(other.get("Project", project.id()).orElseThrow().text("full_name"))
                .isEqualTo(name);
        assertThat(other.query("Task where project_id is {}", project.id()).all())
                .isEmpty();
    }

    @Test
    void valuesAreWrittenOverAndTakenAway() {
        var session = open();
        var task = newTask(session, newProject(session), "comp").set("description", "first");
        session.commit();
        task.set("description", "second");
        session.commit();
        assertThat(open().get("Task", task.id()).orElseThrow().text("description"))
                .contains("second");
        task.unset("description");
        session.commit();
        assertThat(task.text("description")).isEmpty();
        assertThat(open().get("Task", task.id()).orElseThrow().text("description"))
                .isEmpty();
    }

    @Test
    void aValueIsWrittenOverWhatAnotherPersonWroteMeanwhile() {
        var session = open();
        var task = newTask(session, newProject(session), "comp")
                .set("description", "mine")
                .put("metadata", "fps", "24");
        session.commit();
        var other = open();
        other.get("Task", task.id()).orElseThrow().set("description", "theirs").put("metadata", "fps", "25");
        other.commit();
        task.set("description", "mine").put("metadata", "fps", "24");
        session.commit();
        assertThat(open().get("Task", task.id()).orElseThrow().text("description"))
                .contains("mine");
        assertThat(metadata(task)).isEqualTo(Map.of("fps", "24"));
    }

    @Test
    void deletingAContextTakesItsChildrenAlong() {
        var session = open();
        var project = newProject(session);
        var shot = session.create("Shot", Map.of("name", "sh010", "parent", project));
        var task = newTask(session, shot, "comp");
        session.commit();
        session.delete(shot);
        session.commit();
        var other = open();
        assertThat(other.get("Shot", shot.id())).isEmpty();
        assertThat(other.get("Task", task.id())).isEmpty();
        assertThat(other.get("Project", project.id())).isPresent();
        assertThatExceptionOfType(EntityGone.class).isThrownBy(() -> shot.set("name", "ghost"));
    }

    @Test
    void referencesAreSetAndTakenAway() {
        var session = open();
        var task = newTask(session, newProject(session), "comp");
        session.commit();
        var status = session.query("select name from Status order by name desc")
                .first()
                .orElseThrow();
        var type = session.query("Type").first().orElseThrow();
        task.set("status", status).set("type", type);
        session.commit();
        assertThat(task.reference("status")).containsSame(status);
        var seen = open().get("Task", task.id()).orElseThrow();
        assertThat(seen.reference("status").orElseThrow().text("name")).isEqualTo(status.text("name"));
        assertThat(seen.text("type_id")).contains(type.id());
        task.unset("type");
        session.commit();
        assertThat(open().get("Task", task.id()).orElseThrow().reference("type"))
                .isEmpty();
    }

    @Test
    void collectionsAreReplacedAndChangedOneByOne() {
        var session = open();
        var task = newTask(session, newProject(session), "comp");
        var notes = IntStream.range(0, 4)
                .mapToObj(i -> newNote(session, "note " + i))
                .toList();
        task.set("notes", notes.subList(0, 2));
        session.commit();
        assertThat(contents(task)).containsExactlyInAnyOrder("note 0", "note 1");

        task.add("notes", notes.get(2)).add("notes", notes.get(3)).remove("notes", notes.get(0));
        session.commit();
        assertThat(contents(task)).containsExactlyInAnyOrder("note 1", "note 2", "note 3");
        assertThat(notes.get(3).refresh().text("parent_id")).contains(task.id());

        task.set("notes", List.of(notes.get(0)));
        session.commit();
        assertThat(contents(task)).containsExactly("note 0");
        task.set("notes", List.of());
        session.commit();
        assertThat(contents(task)).isEmpty();
    }

    @Test
    void metadataIsAMap() {
        var session = open();
        var task = newTask(session, newProject(session), "comp")
                .put("metadata", "ftr_meta", "{\"frameIn\":0,\"name\":\"it's\"}")
                .put("metadata", "fps", "25");
        session.commit();
        assertThat(metadata(task)).isEqualTo(Map.of("ftr_meta", "{\"frameIn\":0,\"name\":\"it's\"}", "fps", "25"));
        task.put("metadata", "fps", "24").put("metadata", "quote \"d\"", "\\ 漢");
        session.commit();
        assertThat(metadata(task)).hasSize(3).containsAllEntriesOf(Map.of("fps", "24", "quote \"d\"", "\\ 漢"));
        task.remove("metadata", "ftr_meta");
        session.commit();
        assertThat(metadata(task)).isEqualTo(Map.of("fps", "24", "quote \"d\"", "\\ 漢"));
        assertThat(task.mapped("metadata")).isEqualTo(metadata(task));
    }

    @Test
    void keysOfMetadataComeAndGoInOneBatch() {
        var session = open();
        var task = newTask(session, newProject(session), "comp")
                .put("metadata", "a", "1")
                .put("metadata", "b", "2");
        session.commit();
        task.put("metadata", "c", "3").remove("metadata", "a");
        session.commit();
        assertThat(metadata(task)).isEqualTo(Map.of("b", "2", "c", "3"));
        assertThat(task.mapped("metadata")).isEqualTo(metadata(task));
        task.set("metadata", Map.of("d", "4"));
        session.commit();
        assertThat(task.mapped("metadata")).isEqualTo(Map.of("d", "4")).isEqualTo(metadata(task));
    }

    @Test
    void ensuringCreatesOnceFindsAgainAndUpdates() {
        var session = open();
        var project = newProject(session);
        var name = "q\"uo'te\\ {} " + project.id();
        var made = session.ensure("Task", Map.of("name", name, "parent", project), "name", "parent");
        assertThat(open().get("Task", made.id())).isPresent();

        var other = open();
        var found = other.ensure(
                "Task",
                Map.of(
                        "name",
                        name,
                        "parent",
                        other.get("Project", project.id()).orElseThrow(),
                        "description",
                        "found"),
                "name",
                "parent");
        assertThat(found.key()).isEqualTo(made.key());
        assertThat(made.refresh().text("description")).contains("found");
        assertThat(open().query("Task where project_id is {}", project.id()).all())
                .hasSize(1);
    }

    @Test
    void manySessionsCommitAtOnceAndLoseNothing() throws Exception {
        var session = open();
        var project = newProject(session);
        var asset = newAsset(session, project);
        session.commit();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var together = new CyclicBarrier(8);
            var work = IntStream.range(0, 8)
                    .<Callable<List<String>>>mapToObj(i -> () -> createTasks(together, project.id(), asset.id()))
                    .toList();
            var created = new ArrayList<String>();
            for (var done : threads.invokeAll(work)) {
                created.addAll(done.get());
            }
            var other = open();
            assertThat(other.query("Task where project_id is {}", project.id()).all())
                    .extracting(Entity::id)
                    .containsExactlyInAnyOrderElementsOf(created)
                    .hasSize(80);
            assertThat(other.query("select version from AssetVersion where asset_id is {}", asset.id()).stream()
                            .map(it -> it.integer("version").orElseThrow()))
                    .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void manyThreadsShareOneSession() throws Exception {
        var session = open();
        var project = newProject(session);
        var threads = Executors.newFixedThreadPool(8);
        try {
            var together = new CyclicBarrier(8);
            var work = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        together.await();
                        for (var n = 0; n < 10; n++) {
                            newTask(session, project, "task " + i).put("metadata", "n", "" + n);
                            session.commit();
                        }
                        return i;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        var found = open().query("select name, metadata.value from Task where project_id is {}", project.id())
                .all();
        assertThat(found).hasSize(80);
        assertThat(found).allMatch(task -> task.mapped("metadata").size() == 1);
    }

    private List<String> createTasks(CyclicBarrier together, String projectId, String assetId) throws Exception {
        var session = open();
        var project = session.get("Project", projectId).orElseThrow();
        var created = new ArrayList<String>();
        together.await();
        newVersion(session, session.get("Asset", assetId).orElseThrow());
        for (var i = 0; i < 10; i++) {
            created.add(newTask(session, project, "task " + i).id());
            if (i % 3 == 0) {
                session.commit();
            }
        }
        session.commit();
        return created;
    }

    private List<String> contents(Entity task) {
        return open().get("Task", task.id()).orElseThrow().collection("notes").stream()
                .map(it -> it.text("content").orElseThrow())
                .toList();
    }

    private Map<String, String> metadata(Entity task) {
        return open().get("Task", task.id()).orElseThrow().mapped("metadata");
    }
}
