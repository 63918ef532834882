package dev.rushlight.hub.api;

import java.io.File;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the environment says that a session's files are.
 *
 * @param variable looks a variable up by its name
 */
record SessionFolders(Function<String, Optional<String>> variable) {

    private static final Logger LOG = System.getLogger(SessionFolders.class.getName());
    private static final String OURS = "rushlight";

    /** {@code FTRACK_EVENT_PLUGIN_PATH}: directories and jars between the separators of this system's paths. */
    PluginPaths plugins() {
        return PluginPaths.parse(filled("FTRACK_EVENT_PLUGIN_PATH").stream()
                .flatMap(paths -> Arrays.stream(paths.split(File.pathSeparator)))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList());
    }

    /** {@code FTRACK_API_SCHEMA_CACHE_PATH}, else a directory of ours where the user's caches are, if that is known. */
    Optional<Path> schemas() {
        return path("FTRACK_API_SCHEMA_CACHE_PATH")
                .or(() -> caches(System.getProperty("os.name")).map(caches -> caches.resolve(OURS)));
    }

    Optional<Path> caches(String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return path("LOCALAPPDATA");
        }
        var home = path("HOME");
        return name.startsWith("mac")
                ? home.map(it -> it.resolve("Library").resolve("Caches"))
                : path("XDG_CACHE_HOME").or(() -> home.map(it -> it.resolve(".cache")));
    }

    /** A variable's path; a cache is no reason to fail, so what is none is as good as not set. */
    private Optional<Path> path(String name) {
        return filled(name).flatMap(text -> {
            try {
                return Optional.of(Path.of(text));
            } catch (InvalidPathException e) {
                LOG.log(Level.WARNING, "{0} is not a path and is not used: {1}", name, e.getReason());
                return Optional.empty();
            }
        });
    }

    private Optional<String> filled(String name) {
        return variable.apply(name).filter(text -> !text.isBlank());
    }
}
