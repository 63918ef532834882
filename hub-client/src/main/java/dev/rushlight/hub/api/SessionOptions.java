package dev.rushlight.hub.api;

import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.cache.EntityCache;
import dev.rushlight.hub.cache.KeyMaker;
import dev.rushlight.hub.cache.KeyMakers;
import dev.rushlight.hub.event.EventHub;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everything that a session is opened with. */
record SessionOptions(
        HubSettings settings,
        boolean autoConnect,
        Optional<Path> schemaCachePath,
        PluginPaths pluginPaths,
        Map<String, Object> pluginArguments,
        Optional<EntityCache> cache,
        KeyMaker keyMaker,
        boolean autoPopulate,
        UnaryOperator<EventHub.Builder> eventHub) {

    SessionOptions {
        pluginArguments = Map.copyOf(pluginArguments);
    }

    /** These settings, and nothing from the environment. */
    static SessionOptions of(HubSettings settings) {
        return new SessionOptions(
                settings,
                false,
                Optional.empty(),
                PluginPaths.of(List.of()),
                Map.of(),
                Optional.empty(),
                KeyMakers.text(),
                true,
                UnaryOperator.identity());
    }

    /** Arguments of plugins may be secrets, so only their names print. */
    @Override
    public String toString() {
        return "SessionOptions[%s, pluginPaths=%s, pluginArguments=%s]"
                .formatted(settings, pluginPaths.places(), pluginArguments.keySet());
    }
}
