package dev.rushlight.web.container;

import java.lang.reflect.Field;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The server's habit of taking the objects of a finished request for a later one.
 *
 * <p>When both sides end a WebSocket at the same moment, as happens whenever somebody leaves a page, Payara's threads may
 * give back the objects of its request twice, or while one of them still works with them. Two later requests then share
 * what should be their own, and one is answered with the error, or even with the text, that belongs to the other. What
 * is used only once cannot be shared.
 *
 * <p>No setting ends this habit, hence the reflection.
 */
public final class RequestReuse {

    private static final Logger LOG = Logger.getLogger(RequestReuse.class.getName());

    private static final String GRIZZLY = "org.glassfish.grizzly.";

    /** What belongs to one request, and what wraps its bytes; their memory itself stays with the thread that took it. */
    private static final List<String> OF_ONE_REQUEST = List.of(
            "Context",
            "asyncqueue.AsyncWriteQueueRecord",
            "filterchain.FilterChainContext",
            "http.HttpBrokenContent",
            "http.HttpContent",
            "http.HttpRequestPacketImpl",
            "http.HttpResponsePacketImpl",
            "http.HttpServerFilter$ServerHttpRequestImpl",
            "http.HttpTrailer",
            "http.server.Request",
            "memory.BufferArray",
            "memory.BuffersBuffer",
            "memory.ByteBufferArray",
            "memory.HeapMemoryManager");

    private RequestReuse() {}

    /** Ends it in every thread of this server, from the next request on. Another kind of server is left as it is. */
    public static void end() {
        try {
            var cache = Class.forName(
                    GRIZZLY + "ThreadCache", true, Thread.currentThread().getContextClassLoader());
            for (var name : OF_ONE_REQUEST) {
                end(cache, Class.forName(GRIZZLY + name, true, cache.getClassLoader()));
            }
        } catch (ClassNotFoundException otherServer) {
            LOG.log(Level.FINE, "This server is not built on Grizzly, or on another one", otherServer);
        } catch (ReflectiveOperationException | RuntimeException changed) {
            LOG.log(Level.WARNING, "This server goes on reusing requests: answers may get mixed up", changed);
        }
    }

    /** Gives the type a new place in the cache, one that holds nothing; whatever lies at its old place is forgotten. */
    private static void end(Class<?> cache, Class<?> type) throws ReflectiveOperationException {
        var nowhere = cache.getMethod("obtainIndex", String.class, Class.class, int.class)
                .invoke(null, type.getName() + ", used once", type, 0);
        var place = open(type, "CACHE_IDX").get(null);
        for (var part : List.of("size", "index")) {
            var field = open(place.getClass(), part);
            field.setInt(place, field.getInt(nowhere));
        }
    }

    private static Field open(Class<?> owner, String name) throws NoSuchFieldException {
        var field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
