package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.installation.Installation;
import dev.rushlight.installation.SecretFiles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals API keys with AES-256-GCM under the installation's master key, each to its own row: a sealed text that was moved
 * to another row does not open. The master key comes from {@code RUSHLIGHT_MASTER_KEY}, else from a file in the data
 * directory that is made when the first key is sealed; it never is in the database.
 */
@Dependent
class KeySeal {

    private static final int MASTER_KEY_BYTES = 32;
    private static final String UNFIT =
            "The master key (RUSHLIGHT_MASTER_KEY, if that is set) must be 32 bytes in base64";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final Optional<String> given;
    private final SecureRandom random = new SecureRandom();

    @Inject
    KeySeal(Installation installation) {
        this(installation.data().resolve("master.key"), Installation.setting("RUSHLIGHT_MASTER_KEY"));
    }

    KeySeal(Path file, Optional<String> given) {
        this.file = file;
        this.given = given.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Makes the master key when there is none yet. */
    SealedKey seal(ConnectionId row, String key) {
        var master = given.map(KeySeal::decode)
                .orElseGet(() -> decode(SecretFiles.readOrCreate(file, this::freshMasterKey)));
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var keyId = idOf(master);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, master, nonce, row, keyId);
            var sealed = cipher.doFinal(key.getBytes(StandardCharsets.UTF_8));
            var text = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return new SealedKey(keyId, Base64.getEncoder().encodeToString(text));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException("The key cannot be sealed", everyJavaHasIt);
        }
    }

    String open(ConnectionId row, SealedKey key) {
        requireOpens(key);
        var master = master().orElseThrow();
        var text = Base64.getDecoder().decode(key.text());
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, master, Arrays.copyOf(text, NONCE_BYTES), row, key.keyId());
            return new String(cipher.doFinal(text, NONCE_BYTES, text.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException tampered) {
            throw new KeysLocked(
                    "The sealed key of connection %s was changed or moved; type it in again".formatted(row));
        }
    }

    /** Refuses a master key that is none, before anything was sealed with it. */
    void requireSound() {
        given.ifPresent(KeySeal::decode);
    }

    /** Refuses when the master key that sealed this one is not here. */
    void requireOpens(SealedKey key) {
        var master = master().orElseThrow(() -> new KeysLocked(
                "Sealed keys exist, but there is no master key: bring back %s or set RUSHLIGHT_MASTER_KEY"
                        .formatted(file)));
        if (!idOf(master).equals(key.keyId())) {
            throw new KeysLocked("Sealed keys exist, but the master key is not the one that sealed them (%s, not %s)"
                    .formatted(key.keyId(), idOf(master)));
        }
    }

    private Optional<byte[]> master() {
        return given.or(() -> SecretFiles.read(file)).map(KeySeal::decode);
    }

    private static Cipher cipher(int mode, byte[] master, byte[] nonce, ConnectionId row, String keyId)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(master, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD("hub_connection|%s|sealed_key|%s".formatted(row, keyId).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private String freshMasterKey() {
        var key = new byte[MASTER_KEY_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] decode(String text) {
        try {
            var key = Base64.getDecoder().decode(text);
            if (key.length == MASTER_KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new KeysLocked(UNFIT);
        }
        throw new KeysLocked(UNFIT);
    }

    private static String idOf(byte[] master) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("rushlight master key id".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(master), 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
