package dev.rushlight.hub.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The classes of one jar, with those of the service behind them. */
final class PluginLoader extends URLClassLoader {

    private static final String SERVICES = "META-INF/services/";
    private static final int MOST_PROVIDERS = 1_000;

    PluginLoader(Path jar, @Nullable ClassLoader parent) throws IOException {
        super(new URL[] {jar.toUri().toURL()}, parent);
    }

    /** Providers are those of the jar alone: what the parents provide, they provide without us. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.startsWith(SERVICES) ? findResources(name) : super.getResources(name);
    }

    <T> void providers(Class<T> service, Consumer<T> made, Consumer<Throwable> broken) {
        var providers = ServiceLoader.load(service, this).stream().spliterator();
        for (var i = 0; i < MOST_PROVIDERS; i++) {
            try {
                if (!providers.tryAdvance(provider -> make(provider).ifPresent(made))) {
                    return;
                }
            } catch (RuntimeException | Error e) {
                broken.accept(e);
            }
        }
    }

    /** Modules offer themselves to every loader; they are not meant. */
    private <T> Optional<T> make(ServiceLoader.Provider<T> provider) {
        var type = provider.type();
        if (type.getModule().isNamed()) {
            return Optional.empty();
        }
        if (type.getClassLoader() != this) {
            throw new NotAPlugin("names " + type.getName() + ", which is not in the jar");
        }
        return Optional.of(provider.get());
    }
}
