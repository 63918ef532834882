package dev.rushlight.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one hash function of the ledger; as text it is 64 lower-case hexadecimal digits. */
final class Sha256 {

    /** What the first of a chain names as the hash of its predecessor. */
    static final String NOTHING = "0".repeat(64);

    private Sha256() {}

    static byte[] of(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String hex(byte[]... parts) {
        return HexFormat.of().formatHex(of(parts));
    }
}
