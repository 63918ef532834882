package dev.rushlight.tools.hub;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HttpProxy;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.TlsSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server to use, as whom and how patiently: what every command needs to know. */
final class ServerOptions {

    private static final int LONGEST_KEY = 1024;
    private static final String HOW_TO_GET_A_KEY =
            "A Rushlight server makes one with: ./rushlight api-key create --user NAME";

    private final Function<String, Optional<String>> environment;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The server's address; else FTRACK_SERVER from the environment.")
    private @Nullable String server;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The user that the key belongs to; else FTRACK_API_USER, else the login name.")
    private @Nullable String user;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Holds the API key; else FTRACK_API_KEY. Other processes could read a key on a command line.")
    private @Nullable Path keyFile;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            converter = Seconds.class,
            description = "How long to wait for each answer; ${DEFAULT-VALUE} unless given.")
    private Duration timeout = Duration.ofSeconds(30);

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "The certificate authorities to trust, in PEM, instead of those that Java trusts.")
    private @Nullable Path authorities;

    @Option(names = "--proxy", paramLabel = "HOST:PORT", description = "The HTTP proxy to go through, for everything.")
    private @Nullable String proxy;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    ServerOptions(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /** The settings that the options and the environment make. */
    HubSettings settings() {
        requireAddress();
        var key = key();
        try {
            var settings = HubSettings.fromEnvironment(name -> given(name, key).or(() -> environment.apply(name)))
                    .withTimeout(timeout)
                    .withApplicationId("rushlight.command-line");
            return onTheWay(settings);
        } catch (IllegalArgumentException wrong) {
            throw CommandFailed.usage("%s", wrong.getMessage());
        }
    }

    Duration timeout() {
        return timeout;
    }

    private HubSettings onTheWay(HubSettings settings) {
        var trusting = settings.withTls(tls());
        return proxy == null ? trusting : trusting.withProxy(HttpProxy.parse(proxy));
    }

    /** Reads the file once to see that it can be used, as long as nothing has been sent. */
    private TlsSettings tls() {
        if (authorities == null) {
            return TlsSettings.usual();
        }
        try {
            var tls = TlsSettings.usual().withAuthorities(authorities);
            tls.context();
            return tls;
        } catch (IOException unusable) {
            throw CommandFailed.usage("%s", unusable.getMessage());
        }
    }

    private Optional<String> given(String name, String key) {
        return switch (name) {
            case "FTRACK_SERVER" -> Optional.ofNullable(server);
            case "FTRACK_API_USER" -> Optional.ofNullable(user);
            case "FTRACK_API_KEY" -> Optional.of(key);
            default -> Optional.empty();
        };
    }

    private void requireAddress() {
        if (Optional.ofNullable(server)
                .or(() -> environment.apply("FTRACK_SERVER"))
                .filter(text -> !text.isBlank())
                .isEmpty()) {
            throw CommandFailed.usage("No server address: set FTRACK_SERVER, or give --server URL");
        }
    }

    private String key() {
        if (keyFile != null) {
            return keyIn(keyFile);
        }
        return environment
                .apply("FTRACK_API_KEY")
                .or(() -> environment.apply("FTRACK_APIKEY"))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> CommandFailed.usage(
                        "No API key: set FTRACK_API_KEY, or give --key-file FILE. %s", HOW_TO_GET_A_KEY));
    }

    private static String keyIn(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            var key = new String(bytes.readNBytes(LONGEST_KEY + 1), StandardCharsets.UTF_8).strip();
            new Credentials("anybody", key);
            if (key.length() <= LONGEST_KEY) {
                return key;
            }
        } catch (NoSuchFileException missing) {
            throw CommandFailed.usage("There is no key file %s", file);
        } catch (IOException unreadable) {
            throw CommandFailed.usage("The key file %s cannot be read", file);
        } catch (IllegalArgumentException noKey) {
            throw CommandFailed.usage("There is no API key in the key file %s", file);
        }
        throw CommandFailed.usage("There is more than an API key in the key file %s", file);
    }
}
