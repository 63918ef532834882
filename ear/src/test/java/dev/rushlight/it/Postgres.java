package dev.rushlight.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL from Maven Central, on a loopback port and empty data. It asks for its password, and runs as nobody
 * when the tests run as root, whom PostgreSQL refuses.
 */
final class Postgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "superuser of one test";

    private final Path home;
    private final int port = Rushlight.freePort();
    private final Process process;

    private Postgres(Path home) throws IOException {
        this.home = home;
        unpack(home.resolve("dist"));
        var password = Files.writeString(home.resolve("password"), PASSWORD);
        Files.createDirectory(home.resolve("data"));
        if (isRoot()) {
            finish(new ProcessBuilder("chown", "-R", "nobody", home.toString()));
        }
        finish(run(
                "initdb",
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--pgdata=" + home.resolve("data")));
        process = run(
                        "postgres",
                        "-D",
                        home.resolve("data").toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=")
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Eventually.holds("PostgreSQL answers; see " + log(), Duration.ofSeconds(30), () -> {
            assertThat(process.isAlive()).as("PostgreSQL ended; see %s", log()).isTrue();
            try (var connection = connect()) {
                return connection.isValid(1);
            } catch (SQLException e) {
                return false;
            }
        });
    }

    static Postgres start() {
        try {
            var home = Files.createTempDirectory("rushlight-postgres");
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new Postgres(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a database with an owner of its own, and returns its JDBC address. */
    URI createDatabase(String name, String password) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create user %s password '%s'".formatted(name, password));
            statement.execute("create database %s owner %s".formatted(name, name));
        }
        return URI.create("jdbc:postgresql://127.0.0.1:" + port + "/" + name);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER, PASSWORD);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Disk.delete(home);
    }

    private ProcessBuilder run(String program, String... arguments) {
        var line = new ArrayList<String>();
        if (isRoot()) {
            line.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        line.add(home.resolve("dist/bin").resolve(program).toString());
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    }

    private static Path log() {
        return Built.output("postgres").resolve("postgres.log");
    }

    private static void finish(ProcessBuilder program) throws IOException {
        try {
            assertThat(program.start().waitFor())
                    .as("%s; see %s", program.command(), log())
                    .isZero();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void unpack(Path directory) throws IOException {
        var mac = System.getProperty("os.name").startsWith("Mac");
        try (var packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        mac ? "Darwin" : "Linux", mac ? "x86_64" : System.getProperty("os.arch"));
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = next(tar); entry.isPresent(); entry = next(tar)) {
                unpack(
                        tar,
                        entry.orElseThrow(),
                        directory.resolve(entry.orElseThrow().getName()).normalize());
            }
        }
    }

    private static Optional<TarArchiveEntry> next(TarArchiveInputStream tar) throws IOException {
        return Optional.ofNullable(tar.getNextEntry());
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
