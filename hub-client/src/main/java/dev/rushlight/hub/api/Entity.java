package dev.rushlight.hub.api;

import dev.rushlight.hub.api.EntityState.Standing;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One entity of a session: dynamic values that its schema checks.
 *
 * <p>What is written here the server hears of with the session's next commit; until then, reading gives what was
 * written. Reading an attribute that is not loaded asks the server for it, unless the session was told not to. A session
 * has one object for each entity, so two are equal if and only if they are the same object. Entities may be used by
 * several threads.
 *
 * <p>An entity knows what the server said when it was asked: what follows from a change elsewhere, such as the other end
 * of a reference, shows after the next commit, {@link #refresh} or query that tells it.
 *
 * <p>Every method that takes an attribute's name throws {@link UnknownAttribute} if the type has none of that name,
 * every reading one {@link AttributeNotLoaded} or {@link EntityGone} if the value cannot be had, and
 * {@link IllegalArgumentException} if the attribute is of another kind.
 */
public final class Entity {

    private final Entities session;
    private final Schema schema;
    private final EntityKey key;
    private final JsonObject identity;
    private final EntityState state;

    Entity(Entities session, Schema schema, EntityKey key, Standing standing) {
        this.session = session;
        this.schema = schema;
        this.key = key;
        this.state = new EntityState(standing);
        var wire = Values.JSON.createObjectBuilder().add(Answer.ENTITY_TYPE, key.type());
        for (var i = 0; i < key.values().size(); i++) {
            var attribute = schema.attribute(schema.primaryKey().get(i));
            var value = Values.key(attribute, key.values().get(i));
            wire.add(attribute.name(), value);
            state.tell(attribute.name(), new Value.Plain(value));
        }
        this.identity = wire.build();
    }

    public String type() {
        return key.type();
    }

    public EntityKey key() {
        return key;
    }

    /**
     * The primary key's value where it has one attribute.
     *
     * @throws IllegalStateException if the primary key has several attributes
     */
    public String id() {
        if (key.values().size() > 1) {
            throw new IllegalStateException("%s is known by %s, not by one id"
                    .formatted(key.type(), String.join(" and ", schema.primaryKey())));
        }
        return key.values().get(0);
    }

    /** The names of all attributes that the type has, in the schema's order. */
    public List<String> attributes() {
        return schema.attributes().stream().map(Attribute::name).toList();
    }

    /** Whether reading the attribute needs no call. */
    public boolean isLoaded(String attribute) {
        return session.isLoaded(this, schema.attribute(attribute));
    }

    /** The value as the wire has it, of other entities only who they are; empty if there is none. */
    public Optional<JsonValue> value(String attribute) {
        var declared = schema.attribute(attribute);
        var value = declared.kind().isOfEntities()
                ? new Value.Members(session.members(this, declared))
                : session.read(this, declared);
        return Optional.of(value.wire()).filter(json -> !json.equals(JsonValue.NULL));
    }

    public Optional<String> text(String attribute) {
        return value(attribute).map(json -> {
            if (json instanceof JsonString text) {
                return text.getString();
            }
            throw holds(attribute, json, "text");
        });
    }

    public OptionalLong integer(String attribute) {
        var whole = value(attribute)
                .map(json -> Values.decimal(json)
                        .flatMap(Values::whole)
                        .orElseThrow(() -> holds(attribute, json, "integer")));
        return whole.isPresent() ? OptionalLong.of(whole.get()) : OptionalLong.empty();
    }

    public OptionalDouble number(String attribute) {
        var number = value(attribute).map(json -> {
            if (json instanceof JsonNumber decimal) {
                return decimal.doubleValue();
            }
            throw holds(attribute, json, "number");
        });
        return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
    }

    public Optional<Boolean> flag(String attribute) {
        return value(attribute).map(json -> {
            if (json.equals(JsonValue.TRUE) || json.equals(JsonValue.FALSE)) {
                return json.equals(JsonValue.TRUE);
            }
            throw holds(attribute, json, "flag");
        });
    }

    /** A moment; the server tells whole seconds, and UTC where it says no offset. */
    public Optional<Instant> dateTime(String attribute) {
        return value(attribute)
                .map(json -> Values.readDateTime(json).orElseThrow(() -> holds(attribute, json, "date-time")));
    }

    public Optional<LocalDate> date(String attribute) {
        return value(attribute).map(json -> Values.readDate(json).orElseThrow(() -> holds(attribute, json, "date")));
    }

    /** The other entity, of which nothing but its key may be loaded. */
    public Optional<Entity> reference(String attribute) {
        return session.read(this, requireKind(attribute, Kind.REFERENCE)).entities().stream()
                .findFirst();
    }

    /** The members in order, as they are now; those that were deleted are not among them. */
    public List<Entity> collection(String attribute) {
        var declared = schema.attribute(attribute);
        if (!declared.kind().isOfEntities()) {
            throw notOfKind(declared, Kind.COLLECTION);
        }
        return session.members(this, declared);
    }

    /** Key and value pairs, such as metadata; keys without a value are left out, values that are no text are as JSON. */
    public Map<String, String> mapped(String attribute) {
        return session.mapped(this, requireKind(attribute, Kind.MAPPED));
    }

    /**
     * Writes an attribute, also when it holds the value already as far as is known here: somebody else may have changed it
     * meanwhile.
     *
     * @param value text, a number, a boolean, an {@link Instant} or a date-time with an offset or zone, a
     *     {@link LocalDate}, an entity, a collection of entities (which replaces the old one), a map (for mapped
     *     attributes and JSON), or JSON as the wire has it
     * @throws IllegalArgumentException if the attribute takes no such value, or cannot be changed
     * @throws EntityGone if this entity, or one in the value, is deleted
     */
    public Entity set(String attribute, Object value) {
        session.set(this, schema.attribute(attribute), value);
        return this;
    }

    /** Sets the attribute to nothing. */
    public Entity unset(String attribute) {
        session.unset(this, schema.attribute(attribute));
        return this;
    }

    /** Adds a member at the collection's end; one that is there already stays where it is. */
    public Entity add(String collection, Entity member) {
        session.add(this, requireKind(collection, Kind.COLLECTION), member);
        return this;
    }

    /** Takes a member out of the collection; the member itself remains. */
    public Entity remove(String collection, Entity member) {
        session.remove(this, requireKind(collection, Kind.COLLECTION), member);
        return this;
    }

    /**
     * Writes the value of a key, such as one of metadata.
     *
     * @throws IllegalArgumentException if it is a custom attribute that the entity does not have
     */
    public Entity put(String mapped, String key, Object value) {
        session.put(this, requireKind(mapped, Kind.MAPPED), Map.of(key, value));
        return this;
    }

    /** Deletes a key with its value, such as one of metadata; a key that is not there stays away. */
    public Entity remove(String mapped, String key) {
        session.removeKey(this, requireKind(mapped, Kind.MAPPED), key);
        return this;
    }

    /**
     * Asks again for everything that is loaded; what was written and not sent stays.
     *
     * @throws EntityGone if the server does not have the entity any more
     */
    public Entity refresh() {
        session.refresh(this);
        return this;
    }

    /** Type and key; no other data. */
    @Override
    public String toString() {
        return key.toString();
    }

    Schema schema() {
        return schema;
    }

    EntityState state() {
        return state;
    }

    boolean isOf(Entities other) {
        return session == other;
    }

    /** How others refer to the entity on the wire. */
    JsonObject identity() {
        return identity;
    }

    private Attribute requireKind(String attribute, Kind kind) {
        var declared = schema.attribute(attribute);
        if (declared.kind() != kind) {
            throw notOfKind(declared, kind);
        }
        return declared;
    }

    private static IllegalArgumentException notOfKind(Attribute attribute, Kind kind) {
        return new IllegalArgumentException("%s is of kind %s, not %s".formatted(attribute, attribute.kind(), kind));
    }

    private IllegalArgumentException holds(String attribute, JsonValue json, String wanted) {
        return new IllegalArgumentException("%s holds a JSON %s, which is no %s"
                .formatted(schema.attribute(attribute), json.getValueType(), wanted));
    }
}
