package dev.rushlight.hub;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where a server is and how to talk to it.
 *
 * <p>A path in the server's address counts for {@code /api} but not for events, as in the other ftrack clients.
 */
public record HubSettings(
        URI server,
        Credentials credentials,
        Duration timeout,
        Map<String, String> headers,
        Map<String, String> cookies,
        boolean strictApi,
        String applicationId,
        Optional<HttpProxy> proxy,
        TlsSettings tls) {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(365);
    private static final String DEFAULT_APPLICATION = "rushlight.hub";
    private static final Set<String> RESERVED_HEADERS =
            Set.of("connection", "content-length", "cookie", "expect", "host", "upgrade");

    public HubSettings {
        server = checked(server);
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("The timeout must be positive and a year at most, not " + timeout);
        }
        headers.forEach(HubSettings::requireHeader);
        cookies.forEach(HubSettings::requireCookie);
        headers = copyIgnoringCase(headers);
        cookies = Collections.unmodifiableMap(new LinkedHashMap<>(cookies));
        if (applicationId.isBlank()) {
            throw new IllegalArgumentException("The application id is blank");
        }
    }

    public static HubSettings of(URI server, Credentials credentials) {
        return new HubSettings(
                server,
                credentials,
                DEFAULT_TIMEOUT,
                Map.of(),
                Map.of(),
                false,
                DEFAULT_APPLICATION,
                Optional.empty(),
                TlsSettings.usual());
    }

    /** Reads the environment of this process; the user falls back to whoever is logged in. */
    public static HubSettings fromEnvironment() {
        return fromEnvironment(HubSettings::environmentVariable);
    }

    /**
     * Reads {@code FTRACK_SERVER}, {@code FTRACK_API_KEY} (else {@code FTRACK_APIKEY}) and {@code FTRACK_API_USER}
     * (else the login name), and complains about what is missing in that order.
     *
     * <p>As for the Python client, {@code HTTPS_PROXY} or {@code HTTP_PROXY} (by the server's scheme, else
     * {@code ALL_PROXY}; lower case wins) names a proxy unless {@code NO_PROXY} names the server, and
     * {@code REQUESTS_CA_BUNDLE} (else {@code CURL_CA_BUNDLE}) the file of the certificate authorities to trust; here
     * they count for events too.
     */
    public static HubSettings fromEnvironment(Function<String, Optional<String>> environment) {
        return new HubEnvironment(environment).settings();
    }

    /** Reads an address as a person types it. */
    public static URI address(String text) {
        try {
            return checked(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The server address is not a URL: " + e.getReason(), e);
        }
    }

    /** A variable of this process's environment, where the last name asked for a user falls back to the login. */
    public static Optional<String> environmentVariable(String name) {
        var value = Optional.ofNullable(System.getenv(name));
        return name.equals("USERNAME") ? value.or(() -> Optional.ofNullable(System.getProperty("user.name"))) : value;
    }

    private static URI checked(URI server) {
        var scheme = Optional.ofNullable(server.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("The server address must start with http:// or https://");
        }
        if (server.getHost() == null) {
            throw new IllegalArgumentException("The server address names no host");
        }
        if (server.getRawUserInfo() != null || server.getRawQuery() != null || server.getRawFragment() != null) {
            throw new IllegalArgumentException("The server address must not hold a user, a query or a fragment");
        }
        var path = Optional.ofNullable(server.getRawPath()).orElse("").replaceAll("/+$", "");
        return URI.create(origin(scheme, server) + path);
    }

    private static String origin(String scheme, URI server) {
        return scheme + "://" + server.getHost() + (server.getPort() < 0 ? "" : ":" + server.getPort());
    }

    private static void requireHeader(String name, String value) {
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || RESERVED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("The header name \"" + name + "\" cannot be used");
        }
        HeaderText.require("The value of header " + name, value);
    }

    private static void requireCookie(String name, String value) {
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || !value.matches("[!-+\\--:<-\\[\\]-~]*")) {
            throw new IllegalArgumentException("The cookie \"" + name + "\" cannot travel in HTTP");
        }
    }

    private static Map<String, String> copyIgnoringCase(Map<String, String> headers) {
        var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return Collections.unmodifiableMap(copy);
    }

    public HubSettings withCredentials(Credentials other) {
        return new HubSettings(server, other, timeout, headers, cookies, strictApi, applicationId, proxy, tls);
    }

    public HubSettings withTimeout(Duration other) {
        return new HubSettings(server, credentials, other, headers, cookies, strictApi, applicationId, proxy, tls);
    }

    public HubSettings withHeaders(Map<String, String> others) {
        return new HubSettings(server, credentials, timeout, others, cookies, strictApi, applicationId, proxy, tls);
    }

    public HubSettings withCookies(Map<String, String> others) {
        return new HubSettings(server, credentials, timeout, headers, others, strictApi, applicationId, proxy, tls);
    }

    public HubSettings withStrictApi(boolean strict) {
        return new HubSettings(server, credentials, timeout, headers, cookies, strict, applicationId, proxy, tls);
    }

    public HubSettings withApplicationId(String id) {
        return new HubSettings(server, credentials, timeout, headers, cookies, strictApi, id, proxy, tls);
    }

    /** Goes through a proxy, for calls and events alike. */
    public HubSettings withProxy(HttpProxy other) {
        return new HubSettings(
                server, credentials, timeout, headers, cookies, strictApi, applicationId, Optional.of(other), tls);
    }

    public HubSettings withTls(TlsSettings other) {
        return new HubSettings(server, credentials, timeout, headers, cookies, strictApi, applicationId, proxy, other);
    }

    public boolean secure() {
        return server.getScheme().equals("https");
    }

    /** The port that is really used, also when the address names none. */
    public int port() {
        if (server.getPort() >= 0) {
            return server.getPort();
        }
        return secure() ? 443 : 80;
    }

    public URI api() {
        return URI.create(server + "/api");
    }

    public URI handshake() {
        return URI.create(origin(server.getScheme(), server) + "/socket.io/1/");
    }

    public URI webSocket(String sid) {
        return URI.create(origin(secure() ? "wss" : "ws", server) + "/socket.io/1/websocket/" + sid);
    }

    /** The headers of every HTTP request: ours win over configured ones of the same name. */
    public Map<String, String> requestHeaders() {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.put("ftrack-user", credentials.user());
        all.put("ftrack-api-key", credentials.key());
        all.put("ftrack-strict-api", Boolean.toString(strictApi));
        return all;
    }

    @Override
    public String toString() {
        return "HubSettings[server=%s, credentials=%s, timeout=%s, headers=%s, cookies=%s, strictApi=%s, applicationId=%s, proxy=%s, tls=%s]"
                .formatted(
                        server,
                        credentials,
                        timeout,
                        headers.keySet(),
                        cookies.keySet(),
                        strictApi,
                        applicationId,
                        proxy,
                        tls);
    }
}
