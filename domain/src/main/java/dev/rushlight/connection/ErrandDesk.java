package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.Inbox;
import dev.rushlight.exchange.InboxState;
import dev.rushlight.exchange.Intake;
import dev.rushlight.exchange.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where events that ask for something become acts: each once, with its answer, all in one transaction. A repetition is
 * answered as the first time, and does nothing. What is refused undoes all of it; so it is then kept on its own.
 */
@ApplicationScoped
@Transactional
public class ErrandDesk {
    private static final String DUPLICATE = "duplicate";

    private final ConnectionDesk connections;
    private final Inbox inbox;
    private final Outbox outbox;

    @Inject
    ErrandDesk(ConnectionDesk connections, Inbox inbox, Outbox outbox) {
        this.connections = connections;
        this.inbox = inbox;
        this.outbox = outbox;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected ErrandDesk() { // for CDI
        this(null, null, null);
    }

    /** Does what was asked for by whoever the hub's user is here. */
    public JsonObject carryOut(Arrival arrival, Errand errand) {
        return once(arrival, InboxState.ACCEPTED, () -> {
            var user = arrival.hubUser().orElse("");
            var actor = connections.actor(arrival.connection(), user).orElseThrow(() -> new NobodyActs(user));
            return errand.doneFor(actor);
        });
    }

    /** Tells what was asked for, to whoever listens at that hub: nothing is done, and nobody has to be somebody here. */
    public JsonObject answer(Arrival arrival, Supplier<JsonObject> answer) {
        return once(arrival, InboxState.ACCEPTED, answer);
    }

    /** Keeps what could not be read, or may not be done, with its reasons. */
    public JsonObject refuse(Arrival arrival, JsonObject receipt) {
        return once(arrival, InboxState.REFUSED, () -> receipt);
    }

    /** What was submitted through this connection under the submitter's own key, if it was accepted. */
    public Optional<UUID> submitted(ConnectionId connection, String submissionKey) {
        return inbox.receiptForKey(connection, submissionKey)
                .map(ErrandDesk::parsed)
                .flatMap(receipt -> Optional.ofNullable(receipt.getString("itemId", null)))
                .map(UUID::fromString);
    }

    private JsonObject once(Arrival arrival, InboxState state, Supplier<JsonObject> work) {
        inbox.enter(arrival.connection());
        var first = inbox.receiptFor(arrival.connection(), arrival.eventId()).map(ErrandDesk::parsed);
        var receipt = first.map(known -> marked(known, true)).orElseGet(() -> marked(work.get(), false));
        if (first.isEmpty()) {
            inbox.keep(new Intake(
                    arrival.connection(),
                    arrival.eventId(),
                    arrival.topic(),
                    arrival.receivedAt(),
                    arrival.hubUser(),
                    Optional.empty(),
                    state,
                    receipt.toString(),
                    arrival.raw()));
        }
        arrival.replyTarget()
                .ifPresent(
                        asker -> outbox.oweReceipt(arrival.connection(), asker, arrival.eventId(), receipt.toString()));
        return receipt;
    }

    private static JsonObject marked(JsonObject receipt, boolean duplicate) {
        return Json.createObjectBuilder(receipt)
                .add(DUPLICATE, duplicate ? JsonValue.TRUE : JsonValue.FALSE)
                .build();
    }

    private static JsonObject parsed(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
