package dev.rushlight.hub.api;

import dev.rushlight.hub.api.Change.Action;
import dev.rushlight.hub.api.EntityState.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was changed and not sent yet, in order; it holds the entities that it is about. Guarded by the session's lock.
 *
 * <p>Writing to an entity joins an operation on it that is recorded already where that cannot change the meaning: in the
 * last operation always, in an earlier one if only updates came since and it does not write the same attribute.
 */
final class Changes {

    private final boolean shown;
    private final List<Change> recorded = new ArrayList<>();

    private Changes(boolean shown) {
        this.shown = shown;
    }

    /** Changes that entities show at once, sent or not. */
    static Changes shown() {
        return new Changes(true);
    }

    /** Changes that entities show when the server has taken them over; only new ones show them before. */
    static Changes apart() {
        return new Changes(false);
    }

    boolean isShown() {
        return shown;
    }

    boolean isEmpty() {
        return recorded.isEmpty();
    }

    /** Whether values here may refer to the new entity: it is created here, or everything is sent in order anyway. */
    boolean mayMention(Entity created) {
        return shown || recorded.stream().anyMatch(change -> change.isAbout(created, Action.CREATE));
    }

    void create(Entity entity, Map<String, Value> values) {
        var change = new Change(Action.CREATE, entity);
        change.values().putAll(values);
        values.forEach(entity.state()::write);
        recorded.add(change);
    }

    void write(Entity entity, Attribute attribute, Value value) {
        if (shown || entity.state().standing() == Standing.NEW) {
            entity.state().write(attribute.name(), value);
        }
        joinable(entity, attribute.name())
                .orElseGet(() -> {
                    var change = new Change(Action.UPDATE, entity);
                    recorded.add(change);
                    return change;
                })
                .values()
                .put(attribute.name(), value);
    }

    /** Records a deletion; what was created here and is mentioned nowhere else is forgotten instead. */
    void delete(Entity entity) {
        recorded.removeIf(change -> change.isAbout(entity, Action.UPDATE));
        var created = recorded.stream()
                .filter(change -> change.isAbout(entity, Action.CREATE))
                .findFirst();
        if (created.isPresent()
                && recorded.stream().noneMatch(change -> change != created.get() && change.refersTo(entity))) {
            recorded.remove(created.get());
            entity.state().forgetUnsent();
            entity.state().become(Standing.GONE);
        } else {
            recorded.add(new Change(Action.DELETE, entity));
            entity.state().become(Standing.DELETED);
        }
    }

    /** Takes everything out, to be sent. */
    List<Change> take() {
        var batch = List.copyOf(recorded);
        recorded.clear();
        return batch;
    }

    /** What could not be sent comes before what was recorded meanwhile. */
    void putBack(List<Change> batch) {
        recorded.addAll(0, batch);
    }

    /** Forgets everything; entities are again what the server said they are. */
    void undo(Identities identities) {
        var created = new HashSet<Entity>();
        for (var change : recorded) {
            var entity = change.entity();
            if (shown || change.action() == Action.CREATE) {
                entity.state().forgetUnsent();
            }
            if (change.action() == Action.CREATE) {
                created.add(entity);
                entity.state().become(Standing.GONE);
                identities.remove(entity);
            } else if (change.action() == Action.DELETE && !created.contains(entity)) {
                entity.state().become(Standing.EXISTING);
                identities.add(entity);
            }
        }
        recorded.clear();
    }

    private Optional<Change> joinable(Entity entity, String attribute) {
        for (var i = recorded.size() - 1; i >= 0; i--) {
            var change = recorded.get(i);
            var isLast = i == recorded.size() - 1;
            if (change.entity() == entity && change.action() != Action.DELETE) {
                return isLast || !change.values().containsKey(attribute) ? Optional.of(change) : Optional.empty();
            }
            if (change.action() != Action.UPDATE) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
