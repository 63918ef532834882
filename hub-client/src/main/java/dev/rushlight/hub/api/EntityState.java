package dev.rushlight.hub.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a session knows of one entity; guarded by the session's lock. */
final class EntityState {

    private final Map<String, Value> told = new HashMap<>();
    private final Map<String, Value> unsent = new HashMap<>();
    private Standing standing;

    EntityState(Standing standing) {
        this.standing = standing;
    }

    /** Whether the entity exists, as far as the session knows. */
    enum Standing {
        /** Created, but not committed. */
        NEW,
        EXISTING,
        /** To be deleted with the next commit. */
        DELETED,
        GONE
    }

    Standing standing() {
        return standing;
    }

    void become(Standing next) {
        standing = next;
    }

    boolean isUsable() {
        return standing == Standing.NEW || standing == Standing.EXISTING;
    }

    boolean isOnServer() {
        return standing == Standing.EXISTING || standing == Standing.DELETED;
    }

    /** What the attribute holds here: what was written and not sent yet, else what the server said. */
    Optional<Value> value(String attribute) {
        return unsent(attribute).or(() -> told(attribute));
    }

    /** What was written to the attribute and not sent yet. */
    Optional<Value> unsent(String attribute) {
        return Optional.ofNullable(unsent.get(attribute));
    }

    /** What the server said that the attribute holds. */
    Optional<Value> told(String attribute) {
        return Optional.ofNullable(told.get(attribute));
    }

    boolean isTold(String attribute) {
        return told.containsKey(attribute);
    }

    void tell(String attribute, Value value) {
        told.put(attribute, value);
    }

    void forget(String attribute) {
        told.remove(attribute);
    }

    void write(String attribute, Value value) {
        unsent.put(attribute, value);
    }

    /** The server took the value over; one that was written meanwhile stays unsent. */
    void sent(String attribute, Value value) {
        told.put(attribute, value);
        if (unsent.get(attribute) == value) {
            unsent.remove(attribute);
        }
    }

    void forgetUnsent() {
        unsent.clear();
    }
}
