package dev.rushlight.hub.api;

import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.cache.EntityCache;
import dev.rushlight.hub.cache.MemoryCache;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.media.Batches;
import dev.rushlight.hub.media.Media;
import dev.rushlight.hub.plugin.Plugins;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session with an ftrack-compatible server: what it says of itself, its entities, batched calls, media and an event
 * hub.
 *
 * <p>Opening one asks the server at most two things, so it fails at once where the address or the credentials are wrong;
 * the event hub never makes it fail. Sessions may be used by several threads. One that is still open when the JVM ends is
 * closed.
 */
public final class Session implements AutoCloseable {

    private static final long MOST_REMEMBERED = 20_000;

    private final HubSettings settings;
    private final ApiCalls calls;
    private final JsonObject serverInformation;
    private final EventHub eventHub;
    private final SessionEvents events;
    private final SessionPlugins plugins;
    private final Media media;
    private final ServerTasks tasks = new ServerTasks(this::call);
    private final EntityCache memory = new MemoryCache(MOST_REMEMBERED);
    private final ExitHook exitHook = new ExitHook(this::close);

    // Written once, while the session opens; plugins that are registered before that find nothing here.
    private volatile JsonArray schemas = JsonValue.EMPTY_JSON_ARRAY;
    private volatile Optional<Entities> entities = Optional.empty();

    /** The order is that of the Python client, which plugins rely on. */
    Session(SessionOptions options) {
        settings = options.settings();
        calls = new ApiCalls(settings);
        serverInformation = calls.serverInformation();
        ServerVersion.requireCompatible(serverInformation);
        eventHub = options.eventHub().apply(EventHub.builder(settings)).build();
        events = new SessionEvents(eventHub);
        media = new Media(settings, new MediaCalls(), this::publish);
        plugins = SessionPlugins.load(options.pluginPaths());
        try {
            begin(options);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void begin(SessionOptions options) {
        exitHook.add();
        if (options.autoConnect()) {
            eventHub.connect();
        }
        plugins.register(this, options.pluginArguments());
        schemas = events.construct(options.schemaCachePath()
                .map(directory -> new SchemaCache(directory, settings.server()).schemas(schemaHash(), calls::schemas))
                .orElseGet(calls::schemas));
        var cached = new CachedEntities(memory, options.cache(), options.keyMaker());
        entities = Optional.of(new Entities(schemas, this::call, cached, options.autoPopulate()));
        configureLocations();
        events.ready();
    }

    private void configureLocations() {
        new SessionLocations(entities(), schema("Location"), events, serverInformation).configure();
    }

    /**
     * Opens a session with these settings and the usual of everything else: nothing is taken from the environment, no
     * plugin is loaded and no schema is kept on disk. Its event hub connects when it is asked to.
     *
     * @throws ServerUnreachable if the server does not answer
     * @throws ServerError if the server refuses, for example the credentials
     * @throws ServerIncompatible if the server is too old
     */
    public static Session open(HubSettings settings) {
        return new Session(SessionOptions.of(settings));
    }

    /** Opens a session with what the environment says; see {@link SessionBuilder}. */
    public static Session fromEnvironment() {
        return builder().open();
    }

    /** A session in the making; what it is not told, it takes from the environment. */
    public static SessionBuilder builder() {
        return new SessionBuilder();
    }

    /**
     * Sends operations as one batch, which the server does as a whole or not at all.
     *
     * @return one result for each operation, in order
     * @throws ServerError if the server refuses the batch
     * @throws ServerUnreachable if no answer came in time; whether a batch that writes was done is then unknown
     * @throws SessionClosed after {@link #close}
     */
    public JsonArray call(List<JsonObject> operations) {
        return calls.call(operations, settings.timeout());
    }

    public JsonObject serverInformation() {
        return serverInformation;
    }

    /** The schemas of all entity types, as the server sent them unless a plugin replaced them. */
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

    /**
     * Asks for entities; each {@code {}} in the expression stands for one of the values, which is quoted as it needs to be.
     *
     * <p>For example {@code query("select name from Shot where project.id is {} and name in {}", project.id(), names)}.
     */
    public Query query(String expression, Object... values) {
        return entities().query(expression, values);
    }

    /** The entity with this primary key, from the cache or from the server; empty if there is none. */
    public Optional<Entity> get(String type, Object... key) {
        return entities().get(type, key);
    }

    /** A new entity, which the server hears of with the next {@link #commit}. */
    public Entity create(String type, Map<String, ?> data) {
        return entities().create(type, data);
    }

    /**
     * The entity that has the identifying values, made or brought up to date if necessary, and committed by itself: what
     * else is recorded stays recorded.
     *
     * @param identifyingKeys attributes of the data by which the entity is found; all of them if none are named
     * @throws SeveralResults if they fit more than one entity
     */
    public Entity ensure(String type, Map<String, ?> data, String... identifyingKeys) {
        return entities().ensure(type, data, identifyingKeys);
    }

    /** Deletes an entity with the next {@link #commit}. */
    public void delete(Entity entity) {
        entities().delete(entity);
    }

    /** Asks for attributes of many entities at once. */
    public void populate(Collection<Entity> entitiesToFill, String... projections) {
        entities().populate(entitiesToFill, projections);
    }

    /** Sends everything that was recorded as one batch, which the server does as a whole or not at all. */
    public void commit() {
        entities().commit();
    }

    /** Forgets everything that was recorded since the last {@link #commit}. */
    public void rollback() {
        entities().rollback();
    }

    /** What the server does when it is asked to, such as inviting people. */
    public ServerTasks tasks() {
        return tasks;
    }

    public Media media() {
        return media;
    }

    public EventHub eventHub() {
        return eventHub;
    }

    public HubSettings settings() {
        return settings;
    }

    /** Why plugins, or jars on the plugin paths, had to be left out. */
    public List<Plugins.Problem> pluginProblems() {
        return plugins.problems();
    }

    /**
     * Forgets every entity and everything that was recorded, and tells plugins so. A cache that the session was given keeps
     * what it has, because others may share it.
     *
     * @throws SessionClosed after {@link #close}
     */
    public void reset() {
        entities().clear();
        configureLocations();
        events.reset();
    }

    /** Closes the event hub and lets plugins go; later calls are refused. Idempotent. */
    @Override
    public void close() {
        if (calls.close()) {
            exitHook.remove();
            eventHub.close();
            plugins.close();
            memory.close();
        }
    }

    @Override
    public String toString() {
        return "Session[%s, %s]"
                .formatted(settings.server(), settings.credentials().user());
    }

    private Entities entities() {
        calls.requireOpen();
        return entities.orElseThrow(() -> new IllegalStateException("The session is still being opened"));
    }

    private Optional<String> schemaHash() {
        return serverInformation.get("schema_hash") instanceof JsonString hash
                ? Optional.of(hash.getString())
                : Optional.empty();
    }

    private void publish(String topic, JsonObject data) {
        eventHub.publish(Event.of(topic, data));
    }

    /** What media have to say to the server. */
    private final class MediaCalls implements Batches {

        @Override
        public JsonArray call(List<JsonObject> operations) {
            return Session.this.call(operations);
        }

        @Override
        public boolean isRefusal(RuntimeException failure) {
            return failure instanceof ServerError error && error.isRefusal() || failure instanceof SessionClosed;
        }
    }
}
