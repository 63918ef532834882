package dev.rushlight.hub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.api.Entity;
import dev.rushlight.hub.api.NoResult;
import dev.rushlight.hub.api.ServerError;
import dev.rushlight.hub.api.Session;
import dev.rushlight.hub.api.SeveralResults;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query finds on any server: bound values are values and nothing else, pages come as they are read. */
@Timeout(60)
public abstract class QueryContract extends StudioContract {

    private static List<String> nastyTexts() {
        return List.of(
                "it's",
                "say \"cheese\"",
                "\" or name like \"%",
                "' or name like '%",
                "x\") or (name like \"%",
                "back\\slash",
                "ends with a backslash\\",
                "\\\" or name like \"%\\",
                "{}",
                "{0} %s ${x} %(y)s",
                "two\nlines\r\nand a\ttab",
                "Žluťoučký kůň 漢字 🎬",
                "None",
                "True",
                "7",
                "2026-11-23T10:00:00",
                "(select id from User)",
                "100%_sure",
                " spaces around ");
    }

    @ParameterizedTest
    @MethodSource("nastyTexts")
    void everyTextIsFoundAgainAndNothingElseIs(String text) {
        var session = open();
        var project = newProject(session);
        var task = newTask(session, project, text);
        newTask(session, project, "another");
        session.commit();

        var fresh = open();
        var found = fresh.query("select name from Task where name is {} and project.id is {}", text, project.id());
        assertThat(found.all()).extracting(Entity::id).containsExactly(task.id());
        assertThat(found.one().text("name")).contains(text);
        assertThat(fresh.query(
                                "Task where project_id is {} and name in {} order by name",
                                project.id(),
                                List.of(text, "nobody"))
                        .all())
                .extracting(Entity::id)
                .containsExactly(task.id());
    }

    @ParameterizedTest
    @MethodSource("nastyTexts")
    void aTextThatNothingIsCalledFindsNothing(String text) {
        var session = open();
        var project = newProject(session);
        newTask(session, project, "quiet");
        session.commit();
        assertThat(session.query("Task where project_id is {} and name is {}", project.id(), text)
                        .all())
                .isEmpty();
        assertThat(session.query("Task where name in {} and project_id is {}", List.of(text), project.id())
                        .all())
                .isEmpty();
    }

    @Test
    void placesInQuotedTextAreText() {
        var session = open();
        var project = newProject(session);
        var task = newTask(session, project, "{}");
        session.commit();
        assertThat(session.query("Task where name is \"{}\" and project_id is {}", project.id())
                        .one())
                .isSameAs(task);
    }

    @Test
    void pagesComeInOrderAndOnlyWhenTheyAreRead() {
        var session = open();
        var project = newProject(session);
        var names = IntStream.range(0, 25).mapToObj("task %02d"::formatted).toList();
        names.forEach(name -> newTask(session, project, name));
        session.commit();

        var query = open().query("select name from Task where project_id is {} order by name", project.id())
                .pageSize(10);
        assertThat(query.stream().map(it -> it.text("name").orElseThrow())).containsExactlyElementsOf(names);
        assertThat(query.all()).hasSize(25);
        assertThat(query.pageSize(5).all()).hasSize(25);
        assertThat(query.stream().limit(3).map(it -> it.text("name").orElseThrow()))
                .containsExactly("task 00", "task 01", "task 02");
        assertThat(query.first().flatMap(it -> it.text("name"))).contains("task 00");
    }

    @Test
    void aQuerysOwnOffsetAndLimitHoldOverAllPages() {
        var session = open();
        var project = newProject(session);
        IntStream.range(0, 9).forEach(i -> newTask(session, project, "task " + i));
        session.commit();
        var some = open().query(
                        "select name from Task where project_id is {} order by name offset 2 limit 5", project.id())
                .pageSize(2);
        assertThat(some.stream().map(it -> it.text("name").orElseThrow()))
                .containsExactly("task 2", "task 3", "task 4", "task 5", "task 6");
        assertThat(some.first().flatMap(it -> it.text("name"))).contains("task 2");
    }

    @Test
    void oneIsExactlyOne() {
        var session = open();
        var project = newProject(session);
        assertThat(session.query("Task where project_id is {}", project.id()).first())
                .isEmpty();
        assertThatExceptionOfType(NoResult.class)
                .isThrownBy(() -> session.query("Task where project_id is {}", project.id())
                        .one());
        newTask(session, project, "a");
        newTask(session, project, "b");
        session.commit();
        assertThatExceptionOfType(SeveralResults.class)
                .isThrownBy(() -> session.query("Task where project_id is {}", project.id())
                        .one());
        assertThat(session.query("Task where project_id is {} and name is {}", project.id(), "b")
                        .one()
                        .text("name"))
                .contains("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task where name ~ \"x\"",
                "Task where (name is \"x\"",
                "Task where no_such_attribute is 1",
                "select no_such_attribute from Task"
            })
    void anExpressionThatTheServerCannotReadIsItsError(String expression) {
        var session = open();
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> session.query(expression).all())
                .satisfies(e -> assertThat(e.exception()).isNotBlank());
        assertThat(session.query("Location").all()).isNotEmpty();
    }

    @Test
    void theLanguageCombinesConditions() {
        var session = open();
        var project = newProject(session);
        var names = List.of("comp", "light", "anim");
        names.forEach(name -> newTask(session, project, name));
        session.commit();
        var here = "select name from Task where project_id is \"%s\" and ".formatted(project.id());
        assertThat(names(session, here + "(name is comp or name is light) order by name"))
                .containsExactly("comp", "light");
        assertThat(names(session, here + "not (name is comp or name is light)")).containsExactly("anim");
        assertThat(names(session, here + "name like \"%M%\" order by name desc"))
                .containsExactly("comp", "anim");
        assertThat(names(session, here + "name not_in (comp, light)")).containsExactly("anim");
        assertThat(names(session, here + "status is_not None order by name")).hasSize(3);
        assertThat(names(session, here + "notes any ()")).isEmpty();
        assertThat(names(session, here + "project has (id is \"%s\") order by name limit 1".formatted(project.id())))
                .containsExactly("anim");
        assertThat(names(session, here + "id in (select id from Task where name is comp)"))
                .containsExactly("comp");
    }

    private static List<String> names(Session session, String expression) {
        return session.query(expression).stream()
                .map(it -> it.text("name").orElseThrow())
                .toList();
    }
}
