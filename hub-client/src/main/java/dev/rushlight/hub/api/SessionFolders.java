package dev.rushlight.hub.api;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the environment says that a session's files are.
 *
 * @param variable looks a variable up by its name
 */
record SessionFolders(Function<String, Optional<String>> variable) {

    private static final String OURS = "rushlight";

    /** {@code FTRACK_EVENT_PLUGIN_PATH}: directories and jars between the separators of this system's paths. */
    List<Path> plugins() {
        return filled("FTRACK_EVENT_PLUGIN_PATH").stream()
                .flatMap(paths -> Arrays.stream(paths.split(File.pathSeparator)))
                .filter(path -> !path.isBlank())
                .map(path -> Path.of(path.strip()))
                .toList();
    }

    /** {@code FTRACK_API_SCHEMA_CACHE_PATH}, else a directory of ours where the user's caches are, if that is known. */
    Optional<Path> schemas() {
        return filled("FTRACK_API_SCHEMA_CACHE_PATH")
                .map(Path::of)
                .or(() -> caches(System.getProperty("os.name")).map(caches -> caches.resolve(OURS)));
    }

    Optional<Path> caches(String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return filled("LOCALAPPDATA").map(Path::of);
        }
        var home = filled("HOME").map(Path::of);
        return name.startsWith("mac")
                ? home.map(it -> it.resolve("Library").resolve("Caches"))
                : filled("XDG_CACHE_HOME").map(Path::of).or(() -> home.map(it -> it.resolve(".cache")));
    }

    private Optional<String> filled(String name) {
        return variable.apply(name).filter(text -> !text.isBlank());
    }
}
