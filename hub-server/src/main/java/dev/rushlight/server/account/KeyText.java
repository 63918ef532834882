package dev.rushlight.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * How a key is written, and under which digest it is kept.
 *
 * <p>A key is 256 random bits. Nobody can try them out, so one SHA-256 protects a stolen database as well as a slow
 * password hash would, and a presented key is found through an index.
 */
final class KeyText {
    private static final int BYTES = 32;
    private static final int LONGEST_PRESENTED = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {}

    static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static boolean isPlausible(String presented) {
        return !presented.isEmpty() && presented.length() <= LONGEST_PRESENTED;
    }

    static String sha256(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Compares without telling by its duration where the texts differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
