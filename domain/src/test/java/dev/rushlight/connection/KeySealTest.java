package dev.rushlight.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.exchange.ConnectionId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySealTest {

    private static final String KEY = "canary-8f2e-key";
    private static final String GIVEN = Base64.getEncoder().encodeToString(new byte[32]);

    private final ConnectionId row = ConnectionId.random();

    @TempDir
    private Path directory;

    @Test
    void aSealedKeyOpensAgain() {
        var sealed = seal().seal(row, KEY);

        assertThat(sealed.text()).doesNotContain(KEY);
        assertThat(new String(Base64.getDecoder().decode(sealed.text()), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary");
        assertThat(seal().open(row, sealed)).isEqualTo(KEY);
    }

    @Test
    void theSameKeyIsNeverSealedTheSameWay() {
        assertThat(seal().seal(row, KEY).text())
                .isNotEqualTo(seal().seal(row, KEY).text());
    }

    @Test
    void aSealedKeyOpensInItsOwnRowOnly() {
        var sealed = seal().seal(row, KEY);

        assertThatExceptionOfType(KeysLocked.class).isThrownBy(() -> seal().open(ConnectionId.random(), sealed));
    }

    @Test
    void aChangedTextDoesNotOpen() {
        var sealed = seal().seal(row, KEY);
        var bytes = Base64.getDecoder().decode(sealed.text());
        bytes[bytes.length - 1] ^= 1;
        var changed = new SealedKey(sealed.keyId(), Base64.getEncoder().encodeToString(bytes));

        assertThatExceptionOfType(KeysLocked.class).isThrownBy(() -> seal().open(row, changed));
        assertThatExceptionOfType(KeysLocked.class)
                .isThrownBy(() -> seal().open(row, new SealedKey(sealed.keyId(), "AAAA")));
    }

    @Test
    void theMasterKeyIsForItsOwnerOnly() throws Exception {
        seal().seal(row, KEY);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(Files.readString(file()).strip())).hasSize(32);
    }

    @Test
    void aMissingMasterKeyIsARefusalAndNotANewKey() throws Exception {
        var sealed = seal().seal(row, KEY);
        Files.delete(file());

        assertThatExceptionOfType(KeysLocked.class)
                .isThrownBy(() -> seal().open(row, sealed))
                .withMessageContaining("there is no master key");
        assertThat(file()).doesNotExist();
    }

    @Test
    void anotherMasterKeyIsARefusal() {
        var sealed = seal().seal(row, KEY);
        var other = new KeySeal(file(), Optional.of(GIVEN));

        assertThatExceptionOfType(KeysLocked.class)
                .isThrownBy(() -> other.open(row, sealed))
                .withMessageContaining("is not the one that sealed them");
    }

    @Test
    void aGivenMasterKeyNeedsNoFile() {
        var given = new KeySeal(file(), Optional.of(GIVEN + "\n"));

        assertThat(given.open(row, given.seal(row, KEY))).isEqualTo(KEY);
        assertThat(file()).doesNotExist();
    }

    @Test
    void aMasterKeyOfTheWrongSizeIsRefused() {
        assertThatExceptionOfType(KeysLocked.class)
                .isThrownBy(() -> new KeySeal(file(), Optional.of("c2hvcnQ=")).seal(row, KEY))
                .withMessage("The master key (RUSHLIGHT_MASTER_KEY, if that is set) must be 32 bytes in base64");
        assertThatExceptionOfType(KeysLocked.class)
                .isThrownBy(() -> new KeySeal(file(), Optional.of("not base64!")).seal(row, KEY));
        assertThatExceptionOfType(KeysLocked.class)
                .isThrownBy(() -> new KeySeal(file(), Optional.of("c2hvcnQ=")).requireSound());
    }

    private KeySeal seal() {
        return new KeySeal(file(), Optional.empty());
    }

    private Path file() {
        return directory.resolve("master.key");
    }
}
