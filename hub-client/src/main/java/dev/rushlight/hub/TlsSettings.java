package dev.rushlight.hub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom encrypted connections trust and who they say we are; the server's certificate and name are always verified.
 *
 * @param authorities a PEM file of the certificate authorities to trust instead of the JDK's
 * @param clientCertificate what we show to a server that asks for a certificate
 */
public record TlsSettings(Optional<Path> authorities, Optional<ClientCertificate> clientCertificate) {

    private static final int LARGEST_FILE = 8 << 20;
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]*+)-----END CERTIFICATE-----");

    /** A certificate and its key in a PKCS #12 file; the password never prints. */
    public record ClientCertificate(Path file, String password) {
        @Override
        public String toString() {
            return "ClientCertificate[file=" + file + ", password=***]";
        }
    }

    /** Trusts what the JDK trusts, and shows no certificate. */
    public static TlsSettings usual() {
        return new TlsSettings(Optional.empty(), Optional.empty());
    }

    public TlsSettings withAuthorities(Path pem) {
        return new TlsSettings(Optional.of(pem), clientCertificate);
    }

    public TlsSettings withClientCertificate(Path pkcs12, String password) {
        return new TlsSettings(authorities, Optional.of(new ClientCertificate(pkcs12, password)));
    }

    /**
     * Reads the files, if any are named; empty means that the JDK's own context is right.
     *
     * @throws IOException naming the file that cannot be used
     */
    public Optional<SSLContext> context() throws IOException {
        if (authorities.isEmpty() && clientCertificate.isEmpty()) {
            return Optional.empty();
        }
        var keys = clientCertificate.isPresent() ? keys(clientCertificate.get()) : new KeyManager[0];
        var trusted = authorities.isPresent() ? trust(authorities.get()) : new TrustManager[0];
        try {
            var context = SSLContext.getInstance("TLS");
            // Null means the JDK's own.
            context.init(keys.length == 0 ? null : keys, trusted.length == 0 ? null : trusted, null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] trust(Path file) throws IOException {
        var pem = new String(read(file), StandardCharsets.ISO_8859_1);
        try {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            var factory = CertificateFactory.getInstance("X.509");
            var blocks = CERTIFICATE.matcher(pem);
            while (blocks.find()) {
                var certificate = Base64.getMimeDecoder().decode(blocks.group(1));
                trusted.setCertificateEntry(
                        "authority-" + trusted.size(),
                        factory.generateCertificate(new ByteArrayInputStream(certificate)));
            }
            if (trusted.size() == 0) {
                throw new IOException("The file %s holds no certificate in PEM form".formatted(file));
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            return managers.getTrustManagers();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("The certificates in %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static KeyManager[] keys(ClientCertificate certificate) throws IOException {
        var password = certificate.password().toCharArray();
        var bytes = read(certificate.file());
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(bytes), password);
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            return managers.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IOException(
                    "The client certificate in %s cannot be read: %s".formatted(certificate.file(), e.getMessage()), e);
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new IOException("it is longer than " + LARGEST_FILE + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file, e);
        } catch (IOException e) {
            throw new IOException("The file %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
