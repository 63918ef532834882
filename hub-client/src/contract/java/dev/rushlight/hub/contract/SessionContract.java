package dev.rushlight.hub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.api.Entity;
import dev.rushlight.hub.api.EntityGone;
import dev.rushlight.hub.api.EntityKey;
import dev.rushlight.hub.api.ServerError;
import dev.rushlight.hub.api.Session;
import dev.rushlight.hub.api.SessionClosed;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a session is on any server: opened, closed, and a way to entities by key, reference and projection. */
@Timeout(60)
public abstract class SessionContract extends StudioContract {

    @Test
    void aSessionOpensFromWhatItIsTold() {
        try (var session = Session.builder()
                .environment(name -> Optional.empty())
                .serverUrl(address() + "/")
                .apiUser(credentials().user())
                .apiKey(credentials().key())
                .withoutSchemaCache()
                .open()) {
            assertThat(session.serverInformation()).containsKeys("version", "schema_hash");
            assertThat(session.schema("AssetVersion")).isPresent();
            assertThat(session.query("Location where name is {}", "ftrack.server")
                            .one()
                            .id())
                    .isEqualTo("3a372bde-05bc-11e4-8908-20c9d081909b");
        }
    }

    @Test
    void aWrongKeyOpensNothing() {
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> Session.open(HubSettings.of(
                        address(),
                        new Credentials(
                                credentials().user(), "not-" + credentials().key()))))
                .satisfies(e -> assertThat(e.exception()).isEqualTo("InvalidCredentialsError"))
                .satisfies(e -> assertThat(e.toString())
                        .doesNotContain("not-" + credentials().key()));
    }

    @Test
    void aClosedSessionAsksForNothing() {
        var session = open();
        session.close();
        assertThatExceptionOfType(SessionClosed.class)
                .isThrownBy(() -> session.query("Status").all());
    }

    @Test
    void anEntityIsFoundByItsPrimaryKey() {
        var session = open();
        var project = newProject(session);
        assertThat(open().get("Project", project.id()).orElseThrow().key())
                .isEqualTo(new EntityKey("Project", List.of(project.id())));
        assertThat(session.get("Project", project.id())).containsSame(project);
        assertThat(session.get("Project", "\" or name like \"%")).isEmpty();
    }

    @Test
    void aCompositePrimaryKeyIsGivenInTheSchemasOrder() {
        var session = open();
        var project = newProject(session);
        project.put("metadata", "say \"and\"", "value");
        var note = newNote(session, "with a picture");
        var component = session.create("FileComponent", Map.of("name", "still", "file_type", ".png"));
        session.create("NoteComponent", Map.of("component_id", component.id(), "note_id", note.id()));
        session.commit();

        var fresh = open();
        assertThat(fresh.get("Metadata", project.id(), "say \"and\"")
                        .orElseThrow()
                        .text("value"))
                .contains("value");
        var attached = fresh.get("NoteComponent", component.id(), note.id()).orElseThrow();
        assertThat(attached.reference("component").map(Entity::id)).contains(component.id());
        assertThat(attached.reference("note").map(Entity::id)).contains(note.id());
        assertThat(fresh.get("NoteComponent", note.id(), component.id())).isEmpty();
    }

    @Test
    void generalTypesAnswerWithConcreteOnes() {
        var session = open();
        var project = newProject(session);
        var shot = session.create("Shot", Map.of("name", "sh010", "parent", project));
        newTask(session, shot, "comp");
        session.commit();
        var fresh = open();
        assertThat(fresh.query("Context where project_id is {}", project.id()).all())
                .extracting(Entity::type)
                .containsExactlyInAnyOrder("Project", "Shot", "Task");
        assertThat(fresh.query("TypedContext where project_id is {}", project.id())
                        .all())
                .extracting(Entity::type)
                .containsExactlyInAnyOrder("Shot", "Task");
    }

    @Test
    void anEntityIsOneObjectByWhateverNameItIsAskedFor() {
        var session = open();
        var task = newTask(session, newProject(session), "comp");
        session.commit();
        var fresh = open();
        var byGeneralName = fresh.get("Context", task.id()).orElseThrow();
        assertThat(byGeneralName.type()).isEqualTo("Task");
        assertThat(fresh.get("Task", task.id())).containsSame(byGeneralName);
        assertThat(fresh.query("TypedContext where id is {}", task.id()).one()).isSameAs(byGeneralName);
        assertThat(fresh.get("Project", task.id())).isEmpty();
    }

    @Test
    void whatAnotherSessionDeletedIsGone() {
        var session = open();
        var task = newTask(session, newProject(session), "comp");
        session.commit();
        var other = open();
        var seen = other.query("select id from Task where id is {}", task.id()).one();
        session.delete(task);
        session.commit();
        assertThatExceptionOfType(EntityGone.class).isThrownBy(() -> seen.text("description"));
        assertThatExceptionOfType(EntityGone.class).isThrownBy(seen::refresh);
        seen.set("description", "too late");
        assertThatExceptionOfType(ServerError.class).isThrownBy(other::commit);
    }

    @Test
    void referencesAndTheirAttributesComeWhenTheyAreRead() {
        var session = open();
        var project = newProject(session);
        var shot = session.create("Shot", Map.of("name", "sh010", "parent", project));
        newTask(session, shot, "comp");
        session.commit();

        var task = open().query("Task where project_id is {}", project.id()).one();
        var parent = task.reference("parent").orElseThrow();
        assertThat(parent.type()).isEqualTo("Shot");
        assertThat(parent.text("name")).contains("sh010");
        assertThat(parent.collection("children")).containsExactly(task);
        assertThat(task.reference("project").orElseThrow().text("full_name")).isEqualTo(project.text("full_name"));
        assertThat(task.reference("type")).isEmpty();
    }

    @Test
    void pathsInAProjectionLoadWhatTheyPassThrough() {
        var session = open();
        var project = newProject(session);
        newTask(session, project, "comp").put("metadata", "fps", "25");
        session.commit();
        var task = open().query(
                        "select name, project.full_name, metadata.key, metadata.value from Task where project_id is {}",
                        project.id())
                .one();
        assertThat(task.isLoaded("description")).isFalse();
        assertThat(task.reference("project").orElseThrow().isLoaded("full_name"))
                .isTrue();
        assertThat(task.mapped("metadata")).containsExactly(Map.entry("fps", "25"));
    }

    @Test
    void manyEntitiesArePopulatedTogether() {
        var session = open();
        var project = newProject(session);
        for (var i = 0; i < 12; i++) {
            newTask(session, project, "task").set("description", "number " + i);
        }
        session.commit();
        var fresh = open();
        var tasks = fresh.query("select id from Task where project_id is {}", project.id())
                .all();
        assertThat(tasks).noneMatch(task -> task.isLoaded("description"));
        fresh.populate(tasks, "description", "status.name", "project.project_schema.name");
        assertThat(tasks).allMatch(task -> task.isLoaded("description"));
        assertThat(tasks)
                .allMatch(task -> task.reference("status").orElseThrow().isLoaded("name"));
        var seen =
                new HashSet<>(tasks.stream().map(it -> it.text("description")).toList());
        assertThat(seen).hasSize(12);
    }

    @Test
    void hundredsOfEntitiesArePopulatedToo() {
        var session = open();
        var project = newProject(session);
        IntStream.range(0, 1_001).forEach(i -> newTask(session, project, "task").set("description", "number " + i));
        session.commit();
        var fresh = open();
        var tasks = fresh.query("select id from Task where project_id is {}", project.id())
                .all();
        fresh.populate(tasks, "description");
        assertThat(tasks.stream().filter(task -> task.isLoaded("description")).map(task -> task.text("description")))
                .hasSize(1_001)
                .doesNotHaveDuplicates();
    }

    @Test
    void theLinkOfATaskStartsWithItsProject() {
        var session = open();
        var project = newProject(session);
        var task = newTask(session, project, "comp");
        session.commit();
        var link = open().get("Task", task.id()).orElseThrow().value("link").orElseThrow();
        assertThat(link.asJsonArray()).hasSize(2);
        assertThat(link.asJsonArray().getJsonObject(0).getString("id")).isEqualTo(project.id());
        assertThat(link.asJsonArray().getJsonObject(1).getString("name")).isEqualTo("comp");
    }
}
