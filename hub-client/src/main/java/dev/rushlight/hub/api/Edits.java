package dev.rushlight.hub.api;

import dev.rushlight.hub.api.EntityState.Standing;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Checks what is written to entities and records it; asks nobody. */
final class Edits {

    private final Entities session;
    private final Schemas schemas;
    private final Identities identities;
    private final Object lock;

    /** @param lock the session's lock, which this takes */
    Edits(Entities session, Schemas schemas, Identities identities, Object lock) {
        this.session = session;
        this.schemas = schemas;
        this.identities = identities;
        this.lock = lock;
    }

    /** Records a new entity with the data and the schema's defaults, without what is mapped. */
    Entity create(Changes log, String type, Map<String, ?> data) {
        var schema = schemas.get(type);
        var given = checked(schema, data);
        var key = key(schema, given);
        var values = new LinkedHashMap<String, Value>();
        for (var i = 0; i < key.values().size(); i++) {
            var attribute = schema.attribute(schema.primaryKey().get(i));
            values.put(
                    attribute.name(),
                    new Value.Plain(Values.key(attribute, key.values().get(i))));
        }
        for (var attribute : schema.attributes()) {
            if (!attribute.primary() && attribute.kind() != Kind.MAPPED) {
                initial(schema, attribute, given).ifPresent(value -> values.put(attribute.name(), value));
            }
        }
        synchronized (lock) {
            values.values().forEach(value -> requireUsable(log, value));
            identities.find(key).filter(known -> known.state().isUsable()).ifPresent(known -> {
                throw new IllegalArgumentException(known + " exists already");
            });
            var entity = new Entity(session, schema, key, Standing.NEW);
            identities.add(entity);
            log.create(entity, values);
            return entity;
        }
    }

    void set(Changes log, Entity entity, Attribute attribute, Object value) {
        write(log, entity, attribute, value(attribute, value));
    }

    /** Records a value, unless it is certain that the attribute holds it once everything recorded is sent. */
    void write(Changes log, Entity entity, Attribute attribute, Value value) {
        synchronized (lock) {
            if (!entity.state().isUsable()) {
                throw new EntityGone(entity.key());
            }
            requireUsable(log, value);
            if (certain(log, entity.state(), attribute)
                    .filter(known -> isHeld(attribute, known, value))
                    .isPresent()) {
                return;
            }
            if (attribute.primary() || attribute.immutable() && entity.state().standing() != Standing.NEW) {
                throw new IllegalArgumentException(attribute + " is immutable");
            }
            log.write(entity, attribute, value);
        }
    }

    void delete(Changes log, Entity entity) {
        requireOwn(entity);
        synchronized (lock) {
            if (entity.state().standing() == Standing.GONE) {
                throw new EntityGone(entity.key());
            }
            if (entity.state().standing() == Standing.DELETED) {
                return;
            }
            log.delete(entity);
            if (entity.state().standing() == Standing.GONE) {
                identities.remove(entity);
            }
        }
    }

    /** What an attribute holds once the value is written to it. */
    Value value(Attribute attribute, Object value) {
        if (attribute.kind() == Kind.REFERENCE) {
            return new Value.Reference(entity(attribute, value));
        }
        if (attribute.kind() != Kind.COLLECTION) {
            return new Value.Plain(Values.encode(attribute, value));
        }
        if (value instanceof Collection<?> members) {
            return new Value.Members(members.stream()
                    .map(member -> entity(attribute, member))
                    .distinct()
                    .toList());
        }
        throw Values.wrong(attribute, value);
    }

    Entity entity(Attribute attribute, Object value) {
        if (value instanceof Entity entity
                && attribute
                        .target()
                        .filter(target -> schemas.mayStandFor(entity.type(), target))
                        .isPresent()) {
            requireOwn(entity);
            return entity;
        }
        throw Values.wrong(attribute, value);
    }

    /** The data by attribute, all of which the type has. */
    static Map<Attribute, Object> checked(Schema schema, Map<String, ?> data) {
        var given = new LinkedHashMap<Attribute, Object>();
        data.forEach((name, value) -> {
            var attribute = schema.attribute(name);
            if (value == null) {
                throw new IllegalArgumentException(attribute + " cannot be null; leave it out, or unset it");
            }
            given.put(attribute, value);
        });
        return given;
    }

    private Optional<Value> initial(Schema schema, Attribute attribute, Map<Attribute, Object> given) {
        if (given.containsKey(attribute)) {
            return Optional.of(value(attribute, given.get(attribute)));
        }
        var isSaidOtherwise =
                schema.companion(attribute).filter(given::containsKey).isPresent();
        return isSaidOtherwise ? Optional.empty() : attribute.initial().map(Value.Plain::new);
    }

    private EntityKey key(Schema schema, Map<Attribute, Object> given) {
        var values = new ArrayList<String>();
        for (var name : schema.primaryKey()) {
            var attribute = schema.attribute(name);
            var wire = Optional.ofNullable(given.get(attribute))
                    .map(value -> Values.encode(attribute, value))
                    .or(attribute::initial)
                    .or(() -> fromReference(schema, attribute, given))
                    .or(() -> schema.primaryKey().size() == 1 && attribute.kind() == Kind.TEXT
                            ? Optional.of(Values.json(UUID.randomUUID().toString()))
                            : Optional.empty())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "A new %s needs its primary key's %s".formatted(schema.id(), name)));
            values.add(
                    Answer.keyText(wire).orElseThrow(() -> new IllegalArgumentException(attribute + " is not a key")));
        }
        return new EntityKey(schema.id(), values);
    }

    private Optional<JsonValue> fromReference(Schema schema, Attribute attribute, Map<Attribute, Object> given) {
        return schema.companion(attribute)
                .filter(given::containsKey)
                .map(reference -> entity(reference, given.get(reference)))
                .map(entity -> Values.json(entity.id()));
    }

    void requireOwn(Entity entity) {
        if (!entity.isOf(session)) {
            throw new IllegalArgumentException(entity + " is of another session");
        }
    }

    /**
     * What the attribute holds without doubt. What the server once said of it is not enough: somebody may have changed it
     * since, unless nobody can, or it was said just now, as to those who keep their changes apart.
     */
    private static Optional<Value> certain(Changes log, EntityState state, Attribute attribute) {
        if (!log.isShown()) {
            return state.told(attribute.name());
        }
        return attribute.immutable() ? state.value(attribute.name()) : state.unsent(attribute.name());
    }

    /** Whether writing the value would change nothing; one that mentions who is gone is never the same. */
    private static boolean isHeld(Attribute attribute, Value known, Value written) {
        return known.entities().stream().allMatch(entity -> entity.state().isUsable())
                && Value.same(attribute, known, written);
    }

    /** Also keeps changes that are sent apart from referring to what only a later commit creates. */
    private static void requireUsable(Changes log, Value value) {
        for (var entity : value.entities()) {
            if (!entity.state().isUsable()) {
                throw new EntityGone(entity.key());
            }
            if (entity.state().standing() == Standing.NEW && !log.mayMention(entity)) {
                throw new IllegalStateException(entity + " is not committed yet");
            }
        }
    }
}
