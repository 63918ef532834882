package dev.rushlight.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id and checks them; each desk that does so at most one per core at a time, because each
 * takes 19 MiB and a flood of log-ins must not become a flood of memory.
 */
@Dependent
public class Passwords {

    static final int MEMORY_KIB = 19 * 1024;
    static final int PASSES = 2;
    static final int LANES = 1;

    private static final int SHORTEST = 12;
    private static final int LONGEST = 1000;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Pattern STORED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns;
    private final String nobodys;

    @Inject
    Passwords() {
        this(Runtime.getRuntime().availableProcessors());
    }

    Passwords(int atOnce) {
        turns = new Semaphore(atOnce, true);
        nobodys = hash("nobody has this password");
    }

    void requireAcceptable(String password) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new UnacceptablePassword("A password needs at least %d characters".formatted(SHORTEST));
        }
        if (length > LONGEST) {
            throw new UnacceptablePassword("A password may have at most %d characters".formatted(LONGEST));
        }
        if (password.isBlank()) {
            throw new UnacceptablePassword("A password needs more than blanks");
        }
    }

    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var hash = inTurn(() -> argon2id(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%s,t=%s,p=%s$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, encoder.encodeToString(salt), encoder.encodeToString(hash));
    }

    /** Takes equally long whether or not there is anything to compare with. */
    public boolean matches(String password, Optional<String> stored) {
        var parts = STORED.matcher(stored.orElse(nobodys));
        if (!parts.matches()) {
            throw new IllegalStateException("A stored password hash cannot be read");
        }
        var salt = Base64.getDecoder().decode(parts.group(4));
        var expected = Base64.getDecoder().decode(parts.group(5));
        var memory = Integer.parseInt(parts.group(1));
        var passes = Integer.parseInt(parts.group(2));
        var lanes = Integer.parseInt(parts.group(3));
        var actual = inTurn(() -> argon2id(
                password.length() > LONGEST * 2 ? "" : password, salt, memory, passes, lanes, expected.length));
        return MessageDigest.isEqual(expected, actual) && stored.isPresent();
    }

    /** Whether a hash was made with weaker parameters than today's. */
    boolean isOutdated(String stored) {
        return !stored.startsWith("$argon2id$v=19$m=%s,t=%s,p=%s$".formatted(MEMORY_KIB, PASSES, LANES));
    }

    private byte[] inTurn(Supplier<byte[]> work) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyAttempts(LONGEST_WAIT);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts(LONGEST_WAIT);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static byte[] argon2id(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        var bytes = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        try {
            var hash = new byte[length];
            generator.generateBytes(bytes, hash);
            return hash;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
