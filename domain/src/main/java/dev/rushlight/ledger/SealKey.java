package dev.rushlight.ledger;

import dev.rushlight.installation.Installation;
import dev.rushlight.installation.SecretFiles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Signs seals with Ed25519. The key is in the data directory, in {@code ledger.key} (private and public half in base64, with
 * a colon between them), where it is made with the first seal; it never is in the database.
 */
@Dependent
class SealKey {

    private static final String ED25519 = "Ed25519";

    private final Path file;

    @Inject
    SealKey(Installation installation) {
        this(installation.data().resolve("ledger.key"));
    }

    SealKey(Path file) {
        this.file = file;
    }

    String publicKey() {
        return halves()[1];
    }

    String sign(byte[] text) {
        try {
            var signature = Signature.getInstance(ED25519);
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves()[0]));
            signature.initSign(KeyFactory.getInstance(ED25519).generatePrivate(encoded));
            signature.update(text);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalStateException(file + " does not hold a key for signing seals", broken);
        }
    }

    /** What is no key and no signature has signed nothing. */
    static boolean hasSigned(String publicKey, byte[] text, String signed) {
        try {
            var signature = Signature.getInstance(ED25519);
            var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey));
            signature.initVerify(KeyFactory.getInstance(ED25519).generatePublic(encoded));
            signature.update(text);
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException noKeyOrNoSignature) {
            return false;
        }
    }

    /** The same for the same text, whatever it is; only of what {@link #hasSigned} it means anything. */
    static String fingerprint(String publicKey) {
        try {
            return Sha256.hex(Base64.getDecoder().decode(publicKey));
        } catch (IllegalArgumentException notBase64) {
            return Sha256.NOTHING;
        }
    }

    private String[] halves() {
        var halves = SecretFiles.readOrCreate(file, SealKey::fresh).split(":", 2);
        if (halves.length != 2) {
            throw new IllegalStateException(file + " does not hold a key for signing seals");
        }
        return halves;
    }

    private static String fresh() {
        try {
            var pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            var base64 = Base64.getEncoder();
            return "%s:%s"
                    .formatted(
                            base64.encodeToString(pair.getPrivate().getEncoded()),
                            base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
