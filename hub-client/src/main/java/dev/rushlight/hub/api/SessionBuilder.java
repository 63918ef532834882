package dev.rushlight.hub.api;

import dev.rushlight.hub.HttpProxy;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.TlsSettings;
import dev.rushlight.hub.cache.EntityCache;
import dev.rushlight.hub.cache.KeyMaker;
import dev.rushlight.hub.cache.KeyMakers;
import dev.rushlight.hub.event.EventHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A session in the making; whatever it is not told, it takes from the environment.
 *
 * <p>{@link HubSettings#fromEnvironment(Function)} says which variables name the server, the key, the user, a proxy and
 * the certificate authorities to trust. {@code FTRACK_API_SCHEMA_CACHE_PATH} names the directory that keeps schemas,
 * {@code FTRACK_EVENT_PLUGIN_PATH} the directories and jars with plugins.
 */
public final class SessionBuilder {

    private final Map<String, String> given = new HashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Function<String, Optional<String>> environment = HubSettings::environmentVariable;
    private Optional<Duration> timeout = Optional.empty();
    private Optional<String> applicationId = Optional.empty();
    private Optional<HttpProxy> proxy = Optional.empty();
    private Optional<TlsSettings> tls = Optional.empty();
    private boolean strictApi;
    private boolean autoConnect;
    private boolean keepsSchemas = true;
    private Optional<Path> schemaCachePath = Optional.empty();
    private Optional<List<Path>> pluginPaths = Optional.empty();
    private Map<String, Object> pluginArguments = Map.of();
    private Optional<EntityCache> cache = Optional.empty();
    private KeyMaker keyMaker = KeyMakers.text();
    private boolean autoPopulate = true;
    private UnaryOperator<EventHub.Builder> eventHub = UnaryOperator.identity();

    SessionBuilder() {}

    public SessionBuilder serverUrl(String url) {
        given.put("FTRACK_SERVER", url);
        return this;
    }

    public SessionBuilder apiKey(String key) {
        given.put("FTRACK_API_KEY", key);
        return this;
    }

    public SessionBuilder apiUser(String user) {
        given.put("FTRACK_API_USER", user);
        return this;
    }

    /** Reads the environment from elsewhere than from this process. */
    public SessionBuilder environment(Function<String, Optional<String>> other) {
        environment = other;
        return this;
    }

    /** How long a call may take, tries and waits together; 60 seconds unless said otherwise. */
    public SessionBuilder timeout(Duration longest) {
        timeout = Optional.of(longest);
        return this;
    }

    public SessionBuilder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public SessionBuilder cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** Whether errors come with an HTTP status of their own. */
    public SessionBuilder strictApi(boolean strict) {
        strictApi = strict;
        return this;
    }

    /** Goes through this proxy, whatever the environment says. */
    public SessionBuilder proxy(HttpProxy other) {
        proxy = Optional.of(other);
        return withoutProxy();
    }

    /** Goes through no proxy of the environment. */
    public SessionBuilder withoutProxy() {
        given.put("no_proxy", "*");
        return this;
    }

    /** Whom encrypted connections trust, whatever the environment says, and who they say we are. */
    public SessionBuilder tls(TlsSettings other) {
        tls = Optional.of(other);
        return this;
    }

    /** The name of the application that events say they come from. */
    public SessionBuilder applicationId(String id) {
        applicationId = Optional.of(id);
        return this;
    }

    /** Whether the event hub begins to connect at once, in the background; it does not unless said so. */
    public SessionBuilder autoConnectEventHub(boolean connect) {
        autoConnect = connect;
        return this;
    }

    /** Makes the event hub other than usual. */
    public SessionBuilder eventHub(UnaryOperator<EventHub.Builder> change) {
        eventHub = change;
        return this;
    }

    /** Keeps schemas in this directory, which is made if it is missing and may serve several servers and processes. */
    public SessionBuilder schemaCachePath(Path directory) {
        schemaCachePath = Optional.of(directory);
        keepsSchemas = true;
        return this;
    }

    /** Asks for the schemas each time. */
    public SessionBuilder withoutSchemaCache() {
        keepsSchemas = false;
        return this;
    }

    /** Loads plugins from these jars and directories of jars; from none if the list is empty. */
    public SessionBuilder pluginPaths(List<Path> paths) {
        pluginPaths = Optional.of(List.copyOf(paths));
        return this;
    }

    /** What plugins are given, each as much of it as it names. */
    public SessionBuilder pluginArguments(Map<String, Object> arguments) {
        pluginArguments = Map.copyOf(arguments);
        return this;
    }

    /** Keeps entities here too, behind the session's memory; whoever made the cache closes it. */
    public SessionBuilder cache(EntityCache far) {
        cache = Optional.of(far);
        return this;
    }

    public SessionBuilder cacheKeyMaker(KeyMaker maker) {
        keyMaker = maker;
        return this;
    }

    /** Whether attributes that were not asked for are fetched when they are read; they are unless said otherwise. */
    public SessionBuilder autoPopulate(boolean populate) {
        autoPopulate = populate;
        return this;
    }

    /**
     * What the session would talk to its server with.
     *
     * @throws IllegalArgumentException naming what is missing, in the order server, key, user
     */
    public HubSettings settings() {
        var settings = HubSettings.fromEnvironment(this::variable)
                .withHeaders(headers)
                .withCookies(cookies)
                .withStrictApi(strictApi);
        settings = timeout.map(settings::withTimeout).orElse(settings);
        settings = proxy.map(settings::withProxy).orElse(settings);
        settings = tls.map(settings::withTls).orElse(settings);
        return applicationId.map(settings::withApplicationId).orElse(settings);
    }

    /** Opens the session; see {@link Session#open}. */
    public Session open() {
        return new Session(options());
    }

    SessionOptions options() {
        var settings = settings();
        var folders = new SessionFolders(this::variable);
        return new SessionOptions(
                settings,
                autoConnect,
                keepsSchemas ? schemaCachePath.or(folders::schemas) : Optional.empty(),
                pluginPaths.map(PluginPaths::of).orElseGet(folders::plugins),
                pluginArguments,
                cache,
                keyMaker,
                autoPopulate,
                eventHub);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(given.get(name)).or(() -> environment.apply(name));
    }
}
