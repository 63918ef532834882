package dev.rushlight.web.bridge;

import dev.rushlight.hub.HttpProxy;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.TlsSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * How hubs other than our own are reached from here: through which proxy, trusting whom, and showing which certificate.
 *
 * <p>It belongs to the place where the server stands, not to a connection, so the operator says it in the environment.
 */
public record StudioNetwork(Optional<HttpProxy> proxy, TlsSettings tls) {

    private static final String PROXY = "RUSHLIGHT_HUB_PROXY";
    private static final String AUTHORITIES = "RUSHLIGHT_HUB_CA";
    private static final String CERTIFICATE = "RUSHLIGHT_HUB_CERTIFICATE";
    private static final String CERTIFICATE_PASSWORD = "RUSHLIGHT_HUB_CERTIFICATE_PASSWORD";

    /**
     * Reads the settings and the files that they name.
     *
     * @throws IllegalArgumentException naming the setting that cannot be used
     */
    public static StudioNetwork from(Function<String, Optional<String>> setting) {
        return new StudioNetwork(proxy(text(setting, PROXY)), tls(setting));
    }

    HubSettings reach(HubSettings hub) {
        var reached = hub.withTls(tls);
        return proxy.map(reached::withProxy).orElse(reached);
    }

    private static Optional<HttpProxy> proxy(Optional<String> address) {
        try {
            return address.map(HttpProxy::parse);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(PROXY + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static TlsSettings tls(Function<String, Optional<String>> setting) {
        var tls = TlsSettings.usual();
        var authorities = text(setting, AUTHORITIES);
        if (authorities.isPresent()) {
            tls = readable(AUTHORITIES, tls.withAuthorities(Path.of(authorities.get())));
        }
        var certificate = text(setting, CERTIFICATE);
        if (certificate.isPresent()) {
            var password = setting.apply(CERTIFICATE_PASSWORD).orElse("");
            tls = readable(CERTIFICATE, tls.withClientCertificate(Path.of(certificate.get()), password));
        }
        return tls;
    }

    private static TlsSettings readable(String setting, TlsSettings tls) {
        try {
            tls.context();
            return tls;
        } catch (IOException unusable) {
            throw new IllegalArgumentException(setting + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static Optional<String> text(Function<String, Optional<String>> setting, String name) {
        return setting.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }
}
