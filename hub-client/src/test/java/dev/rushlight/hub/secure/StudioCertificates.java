package dev.rushlight.hub.secure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of a studio's own, and what it signed; made with the JDK's {@code keytool}. */
final class StudioCertificates {

    static final String PASSWORD = "s3cret-password";

    /** The name that the certificate {@code server} is for, besides this machine. */
    static final String SERVER_NAME = "studio.invalid";

    private final Path directory;
    private final KeyStore all;

    private StudioCertificates(Path directory, KeyStore all) {
        this.directory = directory;
        this.all = all;
    }

    static StudioCertificates make(Path directory) throws Exception {
        var store = directory.resolve("all.p12");
        keytool(store, "ca", "CN=The Studio's CA", List.of("-ext", "bc:c"));
        keytool(
                store,
                "server",
                "CN=server",
                List.of("-signer", "ca", "-ext", "san=dns:localhost,ip:127.0.0.1,dns:" + SERVER_NAME));
        keytool(store, "elsewhere", "CN=elsewhere", List.of("-signer", "ca", "-ext", "san=dns:elsewhere.example"));
        keytool(store, "client", "CN=workstation-7", List.of("-signer", "ca"));
        var all = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            all.load(in, PASSWORD.toCharArray());
        }
        return new StudioCertificates(directory, all);
    }

    /** The authority's certificate in PEM form, with words around it as such files have them. */
    Path authority() throws IOException, GeneralSecurityException {
        var pem = "# The studio's own - do not lose\n-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(all.getCertificate("ca").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(directory.resolve("ca.pem"), pem);
    }

    Path client() throws IOException, GeneralSecurityException {
        var file = directory.resolve("client.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            only("client").store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    /** What a server needs to show this certificate, and to check those of its clients. */
    SSLContext server(String alias) throws GeneralSecurityException, IOException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(only(alias), PASSWORD.toCharArray());
        var authority = KeyStore.getInstance("PKCS12");
        authority.load(null, null);
        authority.setCertificateEntry("ca", all.getCertificate("ca"));
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(authority);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private KeyStore only(String alias) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var password = PASSWORD.toCharArray();
        store.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
        return store;
    }

    private static void keytool(Path store, String alias, String name, List<String> more) throws Exception {
        var command = new ArrayList<String>();
        Collections.addAll(
                command,
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair");
        Collections.addAll(command, "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD);
        Collections.addAll(command, "-keyalg", "EC", "-groupname", "secp256r1", "-alias", alias, "-dname", name);
        command.addAll(more);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("keytool failed: " + said);
        }
    }
}
