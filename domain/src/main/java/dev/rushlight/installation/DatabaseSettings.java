package dev.rushlight.installation;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the database is and who opens it; the password never prints. */
public record DatabaseSettings(String url, String user, String password) {

    private static final String H2_FILE = "jdbc:h2:file:";

    /** As other addresses have it, such as {@code //user:password@host}; the driver would not know it, but print it. */
    private static final Pattern USER_INFORMATION = Pattern.compile("^jdbc:postgresql://[^/?]*@");

    public DatabaseSettings {
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "RUSHLIGHT_DB_URL must begin with jdbc:postgresql: or jdbc:h2:, and does not");
        }
        if (url.toLowerCase(Locale.ROOT).contains("password=")
                || USER_INFORMATION.matcher(url).find()) {
            throw new IllegalArgumentException(
                    "RUSHLIGHT_DB_URL must not hold the password: it belongs in RUSHLIGHT_DB_PASSWORD");
        }
    }

    /**
     * A database file of its own in the data directory, opened with a generated user and password.
     *
     * <p>It is never closed in the way that H2 calls clean, but ends with its process or by {@link InstallationDataSource#end}:
     * a file that was killed, opened and closed cleanly may not open again ("Double mark"), since the next opening then trusts
     * what the close wrote instead of looking for the last whole commit. Nothing waits for a close to be written.
     */
    static DatabaseSettings embedded(Path data) {
        var secret = SecretFiles.readOrCreate(data.resolve("database.secret"), DatabaseSettings::freshSecret);
        var parts = secret.split(":", 2);
        if (parts.length != 2) {
            throw new IllegalStateException(data.resolve("database.secret") + " does not hold a user and a password");
        }
        return new DatabaseSettings(
                "jdbc:h2:file:%s;WRITE_DELAY=0;AUTO_SERVER=FALSE;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
                        .formatted(data.resolve("rushlight")),
                parts[0],
                parts[1]);
    }

    /** What kind of database it is, for people. */
    public String product() {
        return isEmbedded() ? "H2" : "PostgreSQL";
    }

    /**
     * What acknowledged decisions survive there, for people. H2 hands each commit to the operating system before it
     * acknowledges it, and does not wait for the disk; PostgreSQL, as it is shipped, does.
     */
    public String survives() {
        return isEmbedded() ? "kill -9, not power loss" : "kill -9 and power loss";
    }

    /** The file that an embedded database lives in. */
    Optional<Path> file() {
        return url.startsWith(H2_FILE)
                ? Optional.of(Path.of(url.substring(H2_FILE.length()).split(";", 2)[0] + ".mv.db"))
                : Optional.empty();
    }

    /** Whether it lives in this process, where nothing but the operating system protects it from a loss of power. */
    public boolean isEmbedded() {
        return url.startsWith("jdbc:h2:");
    }

    private static String freshSecret() {
        var random = new SecureRandom();
        var user = new byte[6];
        var password = new byte[24];
        random.nextBytes(user);
        random.nextBytes(password);
        return "rushlight_%s:%s"
                .formatted(HexFormat.of().formatHex(user), HexFormat.of().formatHex(password));
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=%s, user=%s, password=***]".formatted(url, user);
    }
}
