package dev.rushlight.hub.plugin;

import dev.rushlight.hub.plugin.Plugins.Loaded;
import dev.rushlight.hub.plugin.Plugins.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;

/** Finds plugins in jars and loads each jar by itself. */
public final class PluginJars {

    private static final System.Logger LOG = System.getLogger(PluginJars.class.getName());

    private PluginJars() {}

    /**
     * Makes every provider of the service that the jars name in {@code META-INF/services}.
     *
     * <p>Jars come in the order of the paths, those of a directory by name, providers as their jar lists them; a jar
     * that is met again is not loaded again. Whatever is wrong with a path, a jar or a provider, an {@link Error} of
     * its constructor included, becomes a {@link Problem} and the others go on.
     *
     * @param paths jars, or directories with jars
     */
    public static <T> Plugins<T> load(Class<T> service, List<Path> paths) {
        var problems = new ArrayList<Problem>();
        var loaded = new ArrayList<Loaded<T>>();
        var loaders = new ArrayList<PluginLoader>();
        for (var jar : jars(paths, problems)) {
            try {
                requireProviders(jar, service);
                var loader = new PluginLoader(jar, service.getClassLoader());
                loaders.add(loader);
                loader.providers(service, provider -> loaded.add(new Loaded<>(provider, jar)), broken -> {
                    LOG.log(System.Logger.Level.DEBUG, "A plugin of " + jar + " cannot be used", broken);
                    problems.add(Problem.of(jar, broken));
                });
            } catch (IOException | NotAPlugin e) {
                problems.add(Problem.of(jar, e));
            }
        }
        return new Plugins<>(loaded, problems, loaders);
    }

    private static void requireProviders(Path jar, Class<?> service) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new NotAPlugin("not a file");
        }
        try (var file = new JarFile(jar.toFile())) {
            if (file.getEntry("META-INF/services/" + service.getName()) == null) {
                throw new NotAPlugin("has no provider of " + service.getName());
            }
        }
    }

    private static Set<Path> jars(List<Path> paths, List<Problem> problems) {
        var jars = new LinkedHashSet<Path>();
        for (var path : paths) {
            try {
                var candidates = Files.isDirectory(path) ? jarsIn(path) : List.of(path);
                candidates.forEach(candidate -> real(candidate, problems).ifPresent(jars::add));
            } catch (IOException | UncheckedIOException e) {
                problems.add(Problem.of(path, e));
            }
        }
        return jars;
    }

    private static Optional<Path> real(Path path, List<Problem> problems) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            problems.add(Problem.of(path, e));
            return Optional.empty();
        }
    }

    private static List<Path> jarsIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
