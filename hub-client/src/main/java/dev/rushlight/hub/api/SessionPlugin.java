package dev.rushlight.hub.api;

import java.util.Map;
import java.util.Set;

/**
 * What a jar on the plugin paths provides, named in its {@code META-INF/services/dev.rushlight.hub.api.SessionPlugin}.
 *
 * <p>It is registered while its session opens: it may subscribe to the event hub, also to
 * {@code ftrack.api.session.ready}, but the session has no schemas or entities yet. What it throws is a
 * problem of the session and harms nobody else.
 */
public interface SessionPlugin {

    /** @param arguments those of the session's plugin arguments that this plugin names */
    void register(Session session, Map<String, Object> arguments);

    /** The names of the arguments that this plugin takes. */
    default Set<String> argumentNames() {
        return Set.of();
    }
}
