package dev.rushlight.hub.event;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;

/** The threads of one hub for all that may block: they come when needed and go when idle. */
final class HubPools {

    private static final int CALLBACK_THREADS = 32;
    private static final int MOST_HANGING = 4;

    private final ThreadPoolExecutor callbackThreads;
    private final ThreadPoolExecutor listenerThreads;
    private final ThreadPoolExecutor connectorThreads;
    private final ThreadPoolExecutor senderThreads;
    private final ThreadPoolExecutor catchUpThreads;
    private final Executor callbacks;

    HubPools(String name) {
        callbackThreads = HubThreads.several("hub-callback-" + name, CALLBACK_THREADS);
        listenerThreads = HubThreads.onDemand("hub-listener-" + name, Integer.MAX_VALUE);
        connectorThreads = HubThreads.onDemand("hub-connect-" + name, MOST_HANGING);
        senderThreads = HubThreads.onDemand("hub-send-" + name, MOST_HANGING);
        catchUpThreads = HubThreads.onDemand("hub-catch-up-" + name, MOST_HANGING);
        callbacks = task -> {
            try {
                callbackThreads.execute(task);
            } catch (RejectedExecutionException e) {
                task.run();
            }
        };
    }

    /** Completes stages; after the end on the caller's thread. */
    Executor callbacks() {
        return callbacks;
    }

    /** As many threads as there are listeners. */
    Executor listeners() {
        return listenerThreads;
    }

    /** Rejects what would wait for attempts that hang. */
    Executor connectors() {
        return connectorThreads;
    }

    /** Rejects what would wait for long texts that hang. */
    Executor senders() {
        return senderThreads;
    }

    /** Rejects what would wait for calls that hang. */
    Executor catchUp() {
        return catchUpThreads;
    }

    /** Takes nothing more; what is under way goes on. */
    void end() {
        connectorThreads.shutdown();
        senderThreads.shutdown();
        catchUpThreads.shutdown();
        listenerThreads.shutdown();
        callbackThreads.shutdown();
    }
}
