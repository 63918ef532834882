package dev.rushlight.hub.api;

import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.event.EventHub;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A session with an ftrack-compatible server: what it says of itself, its schemas, batched calls and an event hub.
 *
 * <p>Opening one asks the server two things, so it fails at once where the address or the credentials are wrong; the
 * event hub never makes it fail. Sessions may be used by several threads.
 */
public final class Session implements AutoCloseable {

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9}).*", Pattern.DOTALL);
    private static final int[] OLDEST = {3, 3, 11};

    private final HubSettings settings;
    private final ApiCalls calls;
    private final JsonObject serverInformation;
    private final JsonArray schemas;
    private final EventHub eventHub;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Session(HubSettings settings, boolean connect) {
        this.settings = settings;
        calls = new ApiCalls(settings);
        serverInformation = object(ask("query_server_information"));
        requireCompatible(serverInformation);
        eventHub = EventHub.of(settings);
        try {
            if (connect) {
                eventHub.connect();
            }
            schemas = array(ask("query_schemas"));
        } catch (RuntimeException e) {
            eventHub.close();
            throw e;
        }
    }

    /**
     * Opens a session; its event hub connects when it is asked to.
     *
     * @throws ServerUnreachable if the server does not answer
     * @throws ServerError if the server refuses, for example the credentials
     * @throws ServerIncompatible if the server is too old
     */
    public static Session open(HubSettings settings) {
        return new Session(settings, false);
    }

    /** Opens a session with what the environment says, as {@link HubSettings#fromEnvironment()} reads it. */
    public static Session fromEnvironment() {
        return open(HubSettings.fromEnvironment());
    }

    /** A session in the making; what it is not told, it takes from the environment. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Sends operations as one batch, which the server does as a whole or not at all.
     *
     * @return one result for each operation, in order
     * @throws ServerError if the server refuses the batch
     * @throws ServerUnreachable if no answer came; whether the batch was done is then unknown
     * @throws SessionClosed after {@link #close}
     */
    public JsonArray call(List<JsonObject> operations) {
        if (closed.get()) {
            throw new SessionClosed();
        }
        return calls.call(operations, settings.timeout());
    }

    public JsonObject serverInformation() {
        return serverInformation;
    }

    /** The schemas of all entity types, as the server sent them. */
    public JsonArray schemas() {
        return schemas;
    }

    public Optional<JsonObject> schema(String id) {
        return schemas.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .filter(schema -> schema.get("id") instanceof JsonString text
                        && text.getString().equals(id))
                .findFirst();
    }

    public EventHub eventHub() {
        return eventHub;
    }

    public HubSettings settings() {
        return settings;
    }

    /** Closes the event hub; later calls are refused. Idempotent. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            eventHub.close();
        }
    }

    @Override
    public String toString() {
        return "Session[%s, %s]"
                .formatted(settings.server(), settings.credentials().user());
    }

    private JsonValue ask(String action) {
        return calls.call(List.of(ApiCalls.operation(action)), settings.timeout())
                .get(0);
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new ServerIncompatible("The server's information about itself is not an object");
    }

    private static JsonArray array(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array;
        }
        throw new ServerIncompatible("The server's schemas are not a list");
    }

    /** Versions that are not numbers, such as that of a development server, are taken on trust. */
    private static void requireCompatible(JsonObject information) {
        if (!(information.get("version") instanceof JsonString version)) {
            throw new ServerIncompatible("The server does not say which version it is");
        }
        var numbers = NUMBERED.matcher(version.getString());
        if (!numbers.matches()) {
            return;
        }
        for (var i = 0; i < OLDEST.length; i++) {
            var number = Integer.parseInt(numbers.group(i + 1));
            if (number < OLDEST[i]) {
                throw new ServerIncompatible(
                        "The server is version %s, but at least 3.3.11 is needed".formatted(version.getString()));
            }
            if (number > OLDEST[i]) {
                return;
            }
        }
    }

    /** Everything about a session that can be other than the environment says. */
    public static final class Builder {

        private final Map<String, String> given = new HashMap<>();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private Function<String, Optional<String>> environment = HubSettings::environmentVariable;
        private Optional<Duration> timeout = Optional.empty();
        private Optional<String> applicationId = Optional.empty();
        private boolean strictApi;
        private boolean autoConnect;

        private Builder() {}

        public Builder serverUrl(String url) {
            given.put("FTRACK_SERVER", url);
            return this;
        }

        public Builder apiKey(String key) {
            given.put("FTRACK_API_KEY", key);
            return this;
        }

        public Builder apiUser(String user) {
            given.put("FTRACK_API_USER", user);
            return this;
        }

        /** Reads the environment from elsewhere than from this process. */
        public Builder environment(Function<String, Optional<String>> other) {
            environment = other;
            return this;
        }

        /** How long a call may take; 60 seconds unless said otherwise. */
        public Builder timeout(Duration longest) {
            timeout = Optional.of(longest);
            return this;
        }

        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public Builder cookie(String name, String value) {
            cookies.put(name, value);
            return this;
        }

        /** Whether errors come with an HTTP status of their own. */
        public Builder strictApi(boolean strict) {
            strictApi = strict;
            return this;
        }

        /** The name of the application that events say they come from. */
        public Builder applicationId(String id) {
            applicationId = Optional.of(id);
            return this;
        }

        /** Whether the event hub begins to connect at once, in the background. */
        public Builder autoConnectEventHub(boolean connect) {
            autoConnect = connect;
            return this;
        }

        /** What the session would be opened with. */
        public HubSettings settings() {
            var settings = HubSettings.fromEnvironment(
                            name -> Optional.ofNullable(given.get(name)).or(() -> environment.apply(name)))
                    .withHeaders(headers)
                    .withCookies(cookies)
                    .withStrictApi(strictApi);
            settings = timeout.map(settings::withTimeout).orElse(settings);
            return applicationId.map(settings::withApplicationId).orElse(settings);
        }

        /** Opens the session; see {@link Session#open}. */
        public Session open() {
            return new Session(settings(), autoConnect);
        }
    }
}
