package dev.rushlight.hub.media;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/** A server that does batches of operations, each as a whole or not at all; see {@code Session.call}. */
public interface Batches {

    /** Sends one batch, and returns one result for each operation, in order. */
    JsonArray call(List<JsonObject> operations);

    /**
     * Whether what a call threw says for certain that nothing of its batch was done. After everything else, such as a call
     * that got no answer, nobody knows.
     */
    boolean isRefusal(RuntimeException failure);
}
