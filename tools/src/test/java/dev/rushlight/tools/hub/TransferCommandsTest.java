package dev.rushlight.tools.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.peer.StudioPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferCommandsTest {

    @TempDir
    private Path directory;

    private final StudioPeer peer = new StudioPeer();
    private final Shell shell = Shell.at(peer.address());
    private Path file;

    @BeforeEach
    void makeAFile() throws IOException {
        file = Files.writeString(directory.resolve("shot.mp4"), "moving pictures");
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void anUploadPrintsTheComponentsId() {
        assertThat(shell.run("upload", file.toString())).isZero();

        assertThat(shell.lines()).hasSize(1);
        assertThat(peer.media(shell.lines().get(0)))
                .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("moving pictures"));
        assertThat(shell.errors()).isEmpty();
    }

    @Test
    void asJsonAnUploadTellsNameTypeAndSize() {
        assertThat(shell.run(
                        "upload",
                        file.toString(),
                        "--name",
                        "ftrackreview-mp4",
                        "--metadata",
                        "ftr_meta={\"a\": 1}",
                        "--metadata",
                        "camera=b=c",
                        "--json"))
                .isZero();

        assertThat(shell.json().getString("name")).isEqualTo("ftrackreview-mp4");
        assertThat(shell.json().getString("fileType")).isEqualTo(".mp4");
        assertThat(shell.json().getInt("size")).isEqualTo(15);
        var found = Shell.at(peer.address());
        found.run(
                "query",
                "select metadata from FileComponent where id is " + shell.json().getString("id"),
                "--json");
        assertThat(found.output()).contains("\"ftr_meta\"", "{\\\"a\\\": 1}", "\"camera\"", "\"b=c\"");
    }

    @Test
    void whereSomebodyWatchesTheProgressIsShown() {
        assertThat(shell.watched().run("upload", file.toString())).isZero();

        assertThat(shell.errors()).contains("\r100 %  15 B of 15 B").endsWith("\n");
        assertThat(shell.lines()).hasSize(1);
    }

    @Test
    void quietShowsNoProgress() {
        assertThat(shell.watched().run("upload", file.toString(), "--quiet")).isZero();

        assertThat(shell.errors()).isEmpty();
    }

    @Test
    void whatWasUploadedIsDownloaded() {
        shell.run("upload", file.toString());
        var copy = directory.resolve("copy.mp4");

        assertThat(Shell.at(peer.address()).run("download", shell.lines().get(0), copy.toString()))
                .isZero();

        assertThat(copy).hasContent("moving pictures");
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyByForce() throws IOException {
        shell.run("upload", file.toString());
        var id = shell.lines().get(0);
        var mine = Files.writeString(directory.resolve("mine"), "mine");

        assertThat(shell.run("download", id, mine.toString())).isEqualTo(2);
        assertThat(mine).hasContent("mine");
        assertThat(shell.errors()).contains(mine + " is there already; --force replaces it");

        assertThat(shell.run("download", id, mine.toString(), "--force")).isZero();
        assertThat(mine).hasContent("moving pictures");
    }

    @Test
    void aComponentThatIsNotThereLeavesNoFile() {
        var target = directory.resolve("none.mp4");

        assertThat(shell.run("download", "no-such-component", target.toString()))
                .isEqualTo(1);

        assertThat(shell.errors()).hasLineCount(1).doesNotContain(Shell.KEY);
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void whatIsNoFileIsNotSent() {
        assertThat(shell.run("upload", directory.toString())).isEqualTo(2);
        assertThat(shell.run("upload", directory.resolve("none").toString())).isEqualTo(2);
        assertThat(shell.run("download", "id", directory.toString())).isEqualTo(2);

        assertThat(shell.errors().lines())
                .containsExactly(
                        "rushlight: %s is not a file".formatted(directory),
                        "rushlight: There is no file %s".formatted(directory.resolve("none")),
                        "rushlight: %s is a directory; name a file in it".formatted(directory));
        assertThat(peer.calls("query_server_information")).isZero();
    }

    @Test
    void anUploadThatTheServerRefusesIsExitCode1() {
        peer.failNext("get_upload_metadata", "PermissionError", "not \\u001b[31mallowed");

        assertThat(shell.run("upload", file.toString())).isEqualTo(1);

        assertThat(shell.errors()).contains("PermissionError").doesNotContain("\u001b");
        assertThat(shell.output()).isEmpty();
    }

    @Test
    void aServerThatIsDownIsExitCode3() {
        peer.close();

        assertThat(shell.run("upload", file.toString())).isEqualTo(3);
        assertThat(shell.run("download", "id", directory.resolve("x").toString()))
                .isEqualTo(3);
    }
}
