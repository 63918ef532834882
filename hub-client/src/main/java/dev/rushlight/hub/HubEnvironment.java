package dev.rushlight.hub;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The variables that the Python client and its HTTP library read, and what they say.
 *
 * @param variable looks one up by its name
 */
record HubEnvironment(Function<String, Optional<String>> variable) {

    HubSettings settings() {
        var server = filled("FTRACK_SERVER")
                .orElseThrow(() -> new IllegalArgumentException("No server address: set FTRACK_SERVER"));
        // An empty FTRACK_API_KEY does not fall through to FTRACK_APIKEY: that is how the Python client reads them.
        var key = variable.apply("FTRACK_API_KEY")
                .or(() -> variable.apply("FTRACK_APIKEY"))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("No API key: set FTRACK_API_KEY"));
        var user = firstOf("FTRACK_API_USER", "LOGNAME", "USER", "LNAME", "USERNAME")
                .orElseThrow(() -> new IllegalArgumentException("No API user: set FTRACK_API_USER"));
        var settings = HubSettings.of(HubSettings.address(server), new Credentials(user, key))
                .withTls(tls());
        return proxy(settings.server()).map(settings::withProxy).orElse(settings);
    }

    private TlsSettings tls() {
        return firstOf("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
                .map(Path::of)
                .map(TlsSettings.usual()::withAuthorities)
                .orElseGet(TlsSettings::usual);
    }

    private Optional<HttpProxy> proxy(URI server) {
        if (isDirect(server)) {
            return Optional.empty();
        }
        var name = server.getScheme().toLowerCase(Locale.ROOT) + "_proxy";
        return Stream.of(name, name.toUpperCase(Locale.ROOT), "all_proxy", "ALL_PROXY")
                .filter(each -> filled(each).isPresent())
                .findFirst()
                .map(this::parse);
    }

    private HttpProxy parse(String name) {
        try {
            return HttpProxy.parse(filled(name).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " cannot be used: " + e.getMessage());
        }
    }

    /** Whether {@code NO_PROXY} names the server, one of the domains it is in, its address and port, or everything. */
    private boolean isDirect(URI server) {
        var host = server.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        var withPort = host + ":" + server.getPort();
        return firstOf("no_proxy", "NO_PROXY").stream()
                .flatMap(names -> Arrays.stream(names.toLowerCase(Locale.ROOT).split(",")))
                .map(name -> name.strip().replaceFirst("^\\*?\\.", ""))
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> name.equals("*")
                        || Stream.of(host, withPort).anyMatch(it -> it.equals(name) || it.endsWith("." + name)));
    }

    private Optional<String> firstOf(String... names) {
        return Arrays.stream(names).flatMap(name -> filled(name).stream()).findFirst();
    }

    private Optional<String> filled(String name) {
        return variable.apply(name).filter(text -> !text.isBlank());
    }
}
