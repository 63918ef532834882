package dev.rushlight.hub.api;

import dev.rushlight.hub.plugin.PluginJars;
import dev.rushlight.hub.plugin.Plugins;
import dev.rushlight.hub.plugin.Plugins.Loaded;
import dev.rushlight.hub.plugin.Plugins.Problem;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The plugins of one session, and what was wrong with those that it has to do without. */
final class SessionPlugins implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SessionPlugins.class.getName());

    private final Plugins<SessionPlugin> plugins;
    private final List<Problem> problems = new CopyOnWriteArrayList<>();

    private SessionPlugins(Plugins<SessionPlugin> plugins) {
        this.plugins = plugins;
    }

    static SessionPlugins load(PluginPaths paths) {
        var loaded = new SessionPlugins(PluginJars.load(SessionPlugin.class, paths.places()));
        paths.problems().forEach(loaded::report);
        loaded.plugins.problems().forEach(loaded::report);
        return loaded;
    }

    void register(Session session, Map<String, Object> arguments) {
        plugins.loaded().forEach(plugin -> register(plugin, session, arguments));
    }

    private void register(Loaded<SessionPlugin> plugin, Session session, Map<String, Object> arguments) {
        try {
            var taken = new HashMap<>(arguments);
            taken.keySet().retainAll(plugin.provider().argumentNames());
            plugin.provider().register(session, taken);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            LOG.log(Level.DEBUG, "A plugin of " + plugin.jar() + " failed", e);
            var name = plugin.provider().getClass().getName();
            report(new Problem(plugin.jar().toString(), "%s cannot be registered: %s".formatted(name, e)));
        }
    }

    private void report(Problem problem) {
        problems.add(problem);
        LOG.log(Level.WARNING, "The plugin {0} is not used: {1}", problem.path(), problem.reason());
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        plugins.close();
    }
}
