package dev.rushlight.tools;

import dev.rushlight.installation.Installation;
import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.tools.control.ControlFile;
import dev.rushlight.tools.control.Refused;
import dev.rushlight.tools.control.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/**
 * Finds out before a start whether it can succeed, and lays out what the server needs: a clean working directory and the
 * commands that bind it to its address.
 */
@Command(
        name = "preflight",
        description = "Checks the settings, the port, the data directory and the database.",
        exitCodeOnExecutionException = 2)
final class PreflightCommand implements Callable<Integer> {

    private static final String BIND =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=";

    private final Supplier<Installation> installation;

    PreflightCommand(Supplier<Installation> installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        var settings = installation.get();
        requireAlone(settings.data());
        var address = address(settings.host());
        requireFree(address, settings.port());
        requireDatabase(settings);
        layOut(settings.data().resolve("run"), address);
        return 0;
    }

    private static void requireAlone(Path data) {
        ControlFile.in(data)
                .filter(control -> new RunningServer(control).answers())
                .ifPresent(control -> {
                    throw new Refused(
                            "a server at %s already uses the data directory %s; stop it, or choose another with RUSHLIGHT_DATA"
                                    .formatted(control.server(), data));
                });
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new Refused("RUSHLIGHT_HOST is %s, which is no address of this machine".formatted(host));
        }
    }

    private static void requireFree(InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (BindException taken) {
            throw new Refused(
                    isLocal(address)
                            ? "port %d of %s is in use; stop what uses it, or choose another with RUSHLIGHT_PORT"
                                    .formatted(port, address.getHostAddress())
                            : "RUSHLIGHT_HOST is %s, which is no address of this machine"
                                    .formatted(address.getHostAddress()));
        } catch (IOException failed) {
            throw new Refused("port %d of %s cannot be opened: %s"
                    .formatted(port, address.getHostAddress(), failed.getMessage()));
        }
    }

    private static boolean isLocal(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    private static void requireDatabase(Installation settings) {
        try {
            var database = new InstallationDataSource(settings.database());
            database.getConnection().close();
            database.end();
        } catch (SQLException failed) {
            throw new Refused("the database cannot be opened: " + failed.getMessage());
        }
    }

    private static void layOut(Path directory, InetAddress address) {
        try {
            delete(directory.resolve("server"));
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve("pre-boot.txt"), BIND + address.getHostAddress() + System.lineSeparator());
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The working directory %s cannot be prepared: %s".formatted(directory, failed.getMessage()),
                    failed);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
