package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.Ledger;
import dev.rushlight.ledger.LedgerEntry;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Writes down in the ledger what is done with a connection, in the connection's own chain; of keys only that there is one. */
@Dependent
class Journal {
    private final Ledger ledger;

    @Inject
    Journal(Ledger ledger) {
        this.ledger = ledger;
    }

    void saved(Identity admin, Optional<ConnectionSummary> before, ConnectionSummary after, boolean keyTyped) {
        record(
                Act.CONNECTION_SAVED,
                after.id(),
                admin,
                before.map(Journal::text).map(JsonObjectBuilder::build).orElse(JsonValue.EMPTY_JSON_OBJECT),
                text(after).add("keyReplaced", keyTyped).build());
    }

    void removed(Identity admin, ConnectionSummary connection) {
        record(Act.CONNECTION_REMOVED, connection.id(), admin, text(connection).build(), JsonValue.EMPTY_JSON_OBJECT);
    }

    void ruled(Identity admin, ConnectionId id, ConnectionRules before, ConnectionRules after) {
        record(Act.CONNECTION_RULED, id, admin, text(before), text(after));
    }

    void mapped(Identity admin, ConnectionId id, String hubUser, Optional<PersonId> before, PersonId after) {
        record(
                Act.PERSON_MAPPED,
                id,
                admin,
                before.map(person -> text(hubUser, person)).orElse(JsonValue.EMPTY_JSON_OBJECT),
                text(hubUser, after));
    }

    void unmapped(Identity admin, ConnectionId id, String hubUser, PersonId before) {
        record(Act.PERSON_UNMAPPED, id, admin, text(hubUser, before), JsonValue.EMPTY_JSON_OBJECT);
    }

    void resent(Identity admin, OwedEvent event) {
        record(
                Act.EVENT_RESENT,
                event.connection(),
                admin,
                JsonValue.EMPTY_JSON_OBJECT,
                Json.createObjectBuilder()
                        .add("event", event.eventId())
                        .add("kind", event.kind().name())
                        .build());
    }

    private void record(Act act, ConnectionId id, Identity admin, JsonObject before, JsonObject after) {
        ledger.record(
                new LedgerEntry(id.value(), act, admin.author(), Optional.empty(), before, after, Optional.empty()));
    }

    private static JsonObjectBuilder text(ConnectionSummary connection) {
        var text = Json.createObjectBuilder()
                .add("name", connection.name())
                .add("keySet", connection.keySet())
                .add("enabled", connection.enabled());
        connection.server().ifPresent(server -> text.add("server", server.toString()));
        connection.user().ifPresent(user -> text.add("user", user));
        return text;
    }

    private static JsonObject text(ConnectionRules rules) {
        return Json.createObjectBuilder()
                .add("hears", rules.hears().name())
                .add("visibility", rules.visibility().name())
                .add("acts", rules.acts().name())
                .build();
    }

    private static JsonObject text(String hubUser, PersonId person) {
        return Json.createObjectBuilder()
                .add("hubUser", hubUser)
                .add("person", person.value().toString())
                .build();
    }
}
