package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.contract.CommitContract;
import dev.rushlight.hub.peer.StudioPeer;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeerCommitTest extends CommitContract {

    private final StudioPeer peer = new StudioPeer();

    @Override
    protected URI address() {
        return peer.address();
    }

    @Override
    protected Credentials credentials() {
        return peer.settings().credentials();
    }

    @AfterEach
    void closePeer() {
        peer.close();
    }

    @Test
    void aCommitIsOneBatchAndNothingIsNone() {
        var session = open();
        var project = newProject(session);
        var old = newTask(session, project, "old");
        session.commit();
        var before = peer.batches();
        newTask(session, project, "new").put("metadata", "a", "b");
        project.set("full_name", "renamed");
        session.delete(old);
        session.commit();
        assertThat(peer.batches()).isEqualTo(before + 1);
        session.commit();
        session.rollback();
        session.commit();
        assertThat(peer.batches()).isEqualTo(before + 1);
        project.set("full_name", "renamed");
        session.commit();
        assertThat(peer.batches()).isEqualTo(before + 2);
    }

    @Test
    void aWriteIsNotRepeatedWhenTheConnectionEndsBeforeItIsDone() {
        var session = open();
        var project = newProject(session);
        var before = peer.calls("create");
        newTask(session, project, "comp");
        peer.hangUpBefore("create");
        assertThatExceptionOfType(ServerUnreachable.class).isThrownBy(session::commit);
        assertThat(peer.calls("create")).isEqualTo(before + 1);
        assertThat(open().query("Task").all()).isEmpty();

        session.commit();
        assertThat(open().query("Task").all()).hasSize(1);
    }

    @Test
    void aWriteIsNotRepeatedWhenItsAnswerIsLost() {
        var session = open();
        var project = newProject(session);
        var before = peer.calls("create");
        newTask(session, project, "comp");
        peer.hangUpAfter("create");
        assertThatExceptionOfType(ServerUnreachable.class).isThrownBy(session::commit);
        assertThat(peer.calls("create")).isEqualTo(before + 1);
        assertThat(open().query("Task").all()).hasSize(1);
    }

    @Test
    void aBatchThatAlsoWritesIsNotRepeatedForTheReadInIt() {
        var session = open();
        var operations = List.of(
                JsonText.parseObject("{\"action\":\"query\",\"expression\":\"Location\"}"),
                JsonText.parseObject(
                        "{\"action\":\"create\",\"entity_type\":\"Note\",\"entity_data\":{\"content\":\"once\"}}"));
        peer.hangUpAfter("create");
        assertThatExceptionOfType(ServerUnreachable.class).isThrownBy(() -> session.call(operations));
        assertThat(peer.calls("create")).isEqualTo(1);
        assertThat(session.query("Note").all()).hasSize(1);
    }

    @Test
    void anErrorKeepsItsNameAndTheChangesCanBeCommittedAgain() {
        var session = open();
        var project = newProject(session);
        newTask(session, project, "comp");
        peer.failNext("create", "OperationalError", "Deadlock found when trying to get lock");
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(session::commit)
                .satisfies(e -> assertThat(e.exception()).isEqualTo("OperationalError"))
                .satisfies(e -> assertThat(e.content()).startsWith("Deadlock"));
        session.commit();
        assertThat(open().query("Task").all()).hasSize(1);
    }
}
