package dev.rushlight.installation;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What one installation is configured with, by {@code RUSHLIGHT_*} system properties or environment variables. */
public record Installation(
        Path data, String host, int port, URI publicUrl, DatabaseSettings database, Duration undoGrace) {

    private static final Pattern PLAIN_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");
    private static final String PLAIN_HTTP = "RUSHLIGHT_ALLOW_PLAIN_HTTP";
    private static final Duration LONGEST_GRACE = Duration.ofDays(1);

    public Installation {
        if (undoGrace.isNegative() || undoGrace.compareTo(LONGEST_GRACE) > 0) {
            throw new IllegalArgumentException("RUSHLIGHT_UNDO_GRACE must be between 0 and 1 day, not " + undoGrace);
        }
    }

    /** Reads the settings of this process; on first use it makes the data directory and the embedded database's password. */
    public static Installation current() {
        return from(Installation::setting);
    }

    public static Installation from(Function<String, Optional<String>> setting) {
        var data = directory(text(setting, "RUSHLIGHT_DATA").orElse("./data"));
        var host = host(text(setting, "RUSHLIGHT_HOST").orElse("127.0.0.1"));
        var port = port(text(setting, "RUSHLIGHT_PORT").orElse("8080"));
        var publicUrl = text(setting, "RUSHLIGHT_PUBLIC_URL")
                .map(Installation::publicUrl)
                .orElseGet(() -> URI.create("http://%s:%s".formatted(reachable(host), port)));
        text(setting, PLAIN_HTTP).ifPresent(Installation::requireFlag);
        return new Installation(
                data,
                host,
                port,
                publicUrl,
                database(setting, data),
                text(setting, "RUSHLIGHT_UNDO_GRACE")
                        .map(Installation::duration)
                        .orElse(Duration.ofSeconds(10)));
    }

    /** One setting of this process: the system property of that name, else the environment variable. */
    public static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(name)));
    }

    /** Where this process reaches itself. */
    public URI loopbackUrl() {
        return URI.create("http://%s:%s".formatted(reachable(host), port));
    }

    /** This server among those that may share a database; the same at every start from this data directory. */
    public UUID node() {
        return UUID.fromString(SecretFiles.readOrCreate(
                data.resolve("node.id"), () -> UUID.randomUUID().toString()));
    }

    private static DatabaseSettings database(Function<String, Optional<String>> setting, Path data) {
        var url = text(setting, "RUSHLIGHT_DB_URL");
        if (url.isEmpty()) {
            return DatabaseSettings.embedded(data);
        }
        return new DatabaseSettings(
                url.get(),
                text(setting, "RUSHLIGHT_DB_USER").orElse(""),
                text(setting, "RUSHLIGHT_DB_PASSWORD").orElse(""));
    }

    private static Optional<String> text(Function<String, Optional<String>> setting, String name) {
        return setting.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Path directory(String text) {
        if (text.contains(";")) {
            throw new IllegalArgumentException("RUSHLIGHT_DATA must be a directory without a semicolon, not " + text);
        }
        try {
            var directory = Path.of(text).toAbsolutePath().normalize();
            SecretFiles.privateDirectory(directory);
            if (Files.isWritable(directory)) {
                return directory;
            }
        } catch (InvalidPathException | UncheckedIOException unusable) {
            throw new IllegalArgumentException(
                    "RUSHLIGHT_DATA must be a directory that can be made and written to, not " + text, unusable);
        }
        throw new IllegalArgumentException("RUSHLIGHT_DATA must be a directory that can be written to, not " + text);
    }

    private static String host(String text) {
        try {
            if (reachable(text).equals(new URI("http://" + reachable(text)).getRawAuthority())) {
                return text;
            }
        } catch (URISyntaxException noHost) {
            throw new IllegalArgumentException("RUSHLIGHT_HOST must be an address or a name, not " + text, noHost);
        }
        throw new IllegalArgumentException("RUSHLIGHT_HOST must be an address or a name, not " + text);
    }

    private static void requireFlag(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(PLAIN_HTTP + " must be true or false, not " + text);
        }
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException("RUSHLIGHT_PORT must be a number from 1 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static URI publicUrl(String text) {
        try {
            var url = new URI(text.replaceAll("/+$", ""));
            var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https"))
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException noAddress) {
            throw new IllegalArgumentException(
                    "RUSHLIGHT_PUBLIC_URL must be an http or https address, not " + text, noAddress);
        }
        throw new IllegalArgumentException("RUSHLIGHT_PUBLIC_URL must be an http or https address, not " + text);
    }

    private static Duration duration(String text) {
        var plain = PLAIN_DURATION.matcher(text.toLowerCase(Locale.ROOT));
        try {
            if (!plain.matches()) {
                return Duration.parse(text);
            }
        } catch (DateTimeParseException noDuration) {
            throw new IllegalArgumentException(
                    "RUSHLIGHT_UNDO_GRACE must be a duration like 10s or PT10S, not " + text, noDuration);
        }
        var amount = Long.parseLong(plain.group(1));
        return switch (plain.group(2) == null ? "s" : plain.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    private static String reachable(String host) {
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::", "[::]" -> "[::1]";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    }
}
