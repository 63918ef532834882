package dev.rushlight.hub.cache;

import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Several caches behind each other, the nearest asked first and filled by what a farther one knows.
 *
 * <p>What is put or removed is put or removed everywhere. A layer that throws is logged once and then left out for
 * good: nobody can say what it still holds.
 */
public final class LayeredCache implements EntityCache {

    private static final Logger LOG = System.getLogger(LayeredCache.class.getName());

    private final List<Layer> layers;
    private final WriteWatch writes = new WriteWatch();

    private LayeredCache(List<EntityCache> caches) {
        layers = caches.stream().map(Layer::new).toList();
    }

    /** Layers from near to far; closing this cache closes them. */
    public static LayeredCache of(EntityCache near, EntityCache... far) {
        var caches = new ArrayList<EntityCache>();
        caches.add(near);
        Collections.addAll(caches, far);
        return new LayeredCache(caches);
    }

    @Override
    public Optional<JsonObject> get(String key) {
        var quiet = writes.look(key);
        for (var i = 0; i < layers.size(); i++) {
            var found = layers.get(i).<Optional<JsonObject>>ask(cache -> cache.get(key), Optional.empty());
            if (found.isPresent()) {
                fill(layers.subList(0, i), key, found.get(), quiet);
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public void put(String key, JsonObject entity) {
        write(key, cache -> cache.put(key, entity));
    }

    @Override
    public void remove(String key) {
        write(key, cache -> cache.remove(key));
    }

    /** The keys of all layers together; a layer of files has to read them all. */
    @Override
    public Set<String> keys() {
        var keys = new HashSet<String>();
        layers.forEach(layer -> keys.addAll(layer.ask(EntityCache::keys, Set.of())));
        return Set.copyOf(keys);
    }

    @Override
    public void clear() {
        writes.beginAll();
        try {
            farFirst(EntityCache::clear);
        } finally {
            writes.endAll();
        }
    }

    @Override
    public void close() {
        layers.forEach(Layer::close);
    }

    private void write(String key, Consumer<EntityCache> change) {
        writes.begin(key);
        try {
            farFirst(change);
        } finally {
            writes.end(key);
        }
    }

    /** The near layer last, so that it cannot be filled again with what a farther one is about to forget. */
    private void farFirst(Consumer<EntityCache> change) {
        for (var i = layers.size() - 1; i >= 0; i--) {
            layers.get(i).tell(change);
        }
    }

    /** Nearer layers only learn what nobody changed meanwhile; where that is in doubt they forget it. */
    private void fill(List<Layer> nearer, String key, JsonObject entity, WriteWatch.Look quiet) {
        if (nearer.isEmpty() || !quiet.holds()) {
            return;
        }
        nearer.forEach(layer -> layer.tell(cache -> cache.put(key, entity)));
        if (!quiet.holds()) {
            nearer.forEach(layer -> layer.tell(cache -> cache.remove(key)));
        }
    }

    /** One cache, used until it throws. */
    private static final class Layer {

        private final EntityCache cache;
        private final AtomicBoolean out = new AtomicBoolean();

        Layer(EntityCache cache) {
            this.cache = cache;
        }

        <T> T ask(Function<EntityCache, T> question, T otherwise) {
            if (out.get()) {
                return otherwise;
            }
            try {
                return question.apply(cache);
            } catch (RuntimeException e) {
                if (out.compareAndSet(false, true)) {
                    LOG.log(Level.WARNING, "A cache fails and is left out from now on: " + cache, e);
                }
                return otherwise;
            }
        }

        /** Also for a layer that is left out: it may still hold files. */
        void close() {
            out.set(true);
            try {
                cache.close();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "A cache cannot be closed: " + cache, e);
            }
        }

        void tell(Consumer<EntityCache> order) {
            ask(
                    told -> {
                        order.accept(told);
                        return true;
                    },
                    false);
        }
    }
}
