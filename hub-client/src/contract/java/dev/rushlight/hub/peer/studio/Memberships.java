package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Replaces the members of collections; a member may be created later in the same batch. */
final class Memberships {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final Rows rows;
    private final Writes writes;
    private final List<Runnable> unfinished = new ArrayList<>();

    Memberships(Rows rows, Writes writes) {
        this.rows = rows;
        this.writes = writes;
    }

    /** Replaces every collection that is in the data. */
    void replace(Schema schema, Row owner, JsonObject data) {
        schema.attributes().values().stream()
                .filter(it -> it.kind() == Attribute.Kind.COLLECTION && data.containsKey(it.name()))
                .forEach(it -> replace(owner, it, data.get(it.name())));
    }

    /** Adds the members that were announced before they were created. */
    void finish() {
        unfinished.forEach(Runnable::run);
        unfinished.clear();
    }

    private void replace(Row owner, Attribute collection, JsonValue value) {
        var target = rows.schemas().get(collection.target());
        var keys = Writes.list(collection.name(), value).stream()
                .map(it -> writes.key(target, it))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (collection.isKeptByOwner()) {
            var ids = JSON.createArrayBuilder();
            keys.forEach(key -> ids.add(rows.get(target.id(), key).id()));
            writes.store(rows.get(owner.type(), owner.key()).with(collection.name(), ids.build()));
            return;
        }
        rows.members(owner, collection).stream()
                .filter(member -> !keys.contains(member.key()))
                .forEach(member -> leave(member, target, collection));
        keys.forEach(key -> join(owner, target, collection, key));
    }

    private void join(Row owner, Schema target, Attribute collection, List<String> key) {
        rows.find(target.id(), key)
                .ifPresentOrElse(
                        member -> join(owner, collection, member),
                        () -> unfinished.add(() -> join(owner, collection, rows.get(target.id(), key))));
    }

    private void join(Row owner, Attribute collection, Row member) {
        var schema = rows.schemas().get(member.type());
        if (schema.primaryKey().contains(collection.column())
                && !member.text(collection.column()).orElse("").equals(owner.id())) {
            throw Refused.invalid("%s %s belongs to another %s", member.type(), member.id(), owner.type());
        }
        var joined = member.with(collection.column(), JSON.createValue(owner.id()));
        writes.store(hasParentType(collection) ? joined.with("parent_type", JSON.createValue(owner.type())) : joined);
    }

    /** A member that cannot be without its owner goes away. */
    private void leave(Row member, Schema target, Attribute collection) {
        if (target.primaryKey().contains(collection.column())) {
            writes.remove(member);
            return;
        }
        var alone = member.with(collection.column(), JsonValue.NULL);
        writes.store(hasParentType(collection) ? alone.with("parent_type", JsonValue.NULL) : alone);
    }

    private static boolean hasParentType(Attribute collection) {
        return Set.of("Note", "Metadata").contains(collection.target())
                && collection.column().equals("parent_id");
    }
}
