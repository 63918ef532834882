package dev.rushlight.hub.plugin;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;

/**
 * The plugins that could be loaded, and what was wrong with the others.
 *
 * <p>Closing lets go of the jars: a plugin that needs another class of its jar after that does not find it.
 *
 * @param <T> what all of them provide
 */
public final class Plugins<T> implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Plugins.class.getName());

    private final List<Loaded<T>> loaded;
    private final List<Problem> problems;
    private final List<PluginLoader> loaders;

    Plugins(List<Loaded<T>> loaded, List<Problem> problems, List<PluginLoader> loaders) {
        this.loaded = List.copyOf(loaded);
        this.problems = List.copyOf(problems);
        this.loaders = List.copyOf(loaders);
    }

    public List<Loaded<T>> loaded() {
        return loaded;
    }

    public List<Problem> problems() {
        return problems;
    }

    @Override
    public void close() {
        for (var loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "Cannot close the jar of a plugin", e);
            }
        }
    }

    /**
     * A provider and the jar it is from.
     *
     * @param <T> what it provides
     */
    public record Loaded<T>(T provider, Path jar) {}

    /**
     * Why a path, a jar or one provider of a jar is not used.
     *
     * @param path as text, because what was given may be no path at all
     */
    public record Problem(String path, String reason) {

        static Problem of(Path path, Throwable trouble) {
            return new Problem(path.toString(), reason(trouble));
        }

        private static String reason(Throwable trouble) {
            if (trouble instanceof NoSuchFileException) {
                return "does not exist";
            }
            if (trouble instanceof NotAPlugin) {
                return trouble.getMessage();
            }
            if (trouble instanceof ServiceConfigurationError && trouble.getCause() != null) {
                return trouble.getMessage() + ": " + trouble.getCause();
            }
            return trouble.toString();
        }
    }
}
