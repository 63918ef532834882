package dev.rushlight.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database as it is shipped, in processes that die by {@code kill -9}. */
class KilledDatabaseTest {

    private static final int KILLS = 4;
    private static final int COMMITS = 60;

    @TempDir
    private Path directory;

    @Test
    void everyAcknowledgedCommitSurvivesAndTheFileOpensAgain() throws Exception {
        var acknowledged = new HashSet<String>();
        for (var kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(writeAndDie("run" + kill));
            assertThat(stored()).as("after kill %d", kill + 1).containsAll(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * COMMITS);
    }

    /** As the preflight does before each start: another process than the one that writes opens the file and lets it go. */
    private Set<String> stored() throws SQLException {
        var database = database(directory);
        var stored = new HashSet<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from written")) {
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
        }
        database.end();
        return stored;
    }

    private Set<String> writeAndDie(String run) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString(),
                        run)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var acknowledged = new HashSet<String>();
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == COMMITS) {
                    process.toHandle().destroyForcibly(); // which leaves what it said last to be read
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(COMMITS);
        return acknowledged;
    }

    private static InstallationDataSource database(Path directory) {
        return new InstallationDataSource(Installation.from(
                        name -> name.equals("RUSHLIGHT_DATA") ? Optional.of(directory.toString()) : Optional.empty())
                .database());
    }

    /** Commits row after row, and says so after each commit, until it is killed. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws SQLException {
            try (var connection = database(Path.of(arguments[0])).getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(
                        "create table if not exists written (id varchar(60) primary key, text varchar(2000))");
                connection.setAutoCommit(false);
                try (var insert = connection.prepareStatement("insert into written values (?, ?)")) {
                    for (var number = 0; ; number++) {
                        var id = arguments[1] + '-' + number;
                        insert.setString(1, id);
                        insert.setString(2, "x".repeat(number * 37 % 2_000));
                        insert.executeUpdate();
                        connection.commit();
                        System.out.println(id);
                    }
                }
            }
        }
    }
}
