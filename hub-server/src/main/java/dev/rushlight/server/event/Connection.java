package dev.rushlight.server.event;

import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.MalformedJson;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventFrame;
import dev.rushlight.hub.event.Expression;
import dev.rushlight.hub.event.MalformedEvent;
import dev.rushlight.hub.event.MetaTopics;
import dev.rushlight.hub.socketio.MalformedPacket;
import dev.rushlight.hub.socketio.PacketCodec;
import dev.rushlight.hub.socketio.PacketHandler;
import dev.rushlight.server.account.Account;
import dev.rushlight.server.account.AccountId;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One client's open connection.
 *
 * <p>Its messages are received one after the other, on whatever thread the container uses; events are delivered to it from
 * any thread. Nothing that a client sends gets further than here as an exception.
 */
final class Connection implements PacketHandler {
    private static final Logger LOG = System.getLogger(Connection.class.getName());

    // Json.create… looks its provider up at every call.
    private static final JsonProvider JSON = JsonProvider.provider();

    private final Account account;
    private final JsonObject user;
    private final Router router;
    private final EventLimits limits;
    private final JsonLimits jsonLimits;
    private final LongSupplier nanoTime;
    private final Outbound outbound;
    private final Subscriptions subscriptions;
    private final Consumer<UnreadableEvent> unreadable;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    private volatile long lastHeard;
    /** Confined to the heartbeat's thread. */
    private long lastBeat;
    /** Confined to the receiving thread. */
    private int malformed;

    /** @param unreadable is told of events that cannot be read, on the thread that received them */
    Connection(
            Account account,
            Wire wire,
            Router router,
            EventLimits limits,
            LongSupplier nanoTime,
            Consumer<UnreadableEvent> unreadable) {
        this.account = account;
        this.unreadable = unreadable;
        this.user = JSON.createObjectBuilder()
                .add("username", account.username())
                .add("id", account.id().value().toString())
                .build();
        this.router = router;
        this.limits = limits;
        this.jsonLimits = new JsonLimits(limits.messageBytes(), limits.depth());
        this.nanoTime = nanoTime;
        this.outbound = new Outbound(wire, limits, nanoTime);
        this.subscriptions = new Subscriptions(limits);
        this.lastHeard = nanoTime.getAsLong();
        this.lastBeat = lastHeard;
    }

    /** Greets the client. */
    void open() {
        send(Packets.CONNECT);
    }

    void receive(String text) {
        if (outbound.isEnding()) {
            return;
        }
        lastHeard = nanoTime.getAsLong();
        try {
            PacketCodec.decode(text).deliverTo(this);
        } catch (MalformedPacket e) {
            receiveMalformed();
        }
    }

    /** Counts a message that cannot be read; a few are forgiven. */
    void receiveMalformed() {
        malformed++;
        if (malformed > limits.malformedMessages()) {
            end(Ending.TOO_MANY_MALFORMED);
        }
    }

    boolean wants(JsonObject event, Optional<Expression> target) {
        return subscriptions.want(event, target);
    }

    void deliver(Message message) {
        send(message);
    }

    /** Sends the heartbeat when it is due, and ends what is silent, stuck or does not go. */
    void beat() {
        var now = nanoTime.getAsLong();
        if (outbound.isOver(now)) {
            closed();
        } else if (outbound.isStuck(now)) {
            end(Ending.TOO_SLOW);
        } else if (now - lastHeard > limits.times().silence().toNanos()) {
            end(Ending.SILENT);
        } else if (now - lastBeat >= limits.times().heartbeat().toNanos()) {
            lastBeat = now;
            send(Packets.HEARTBEAT);
        }
    }

    /** Ends the connection with a farewell. */
    void end(Ending why) {
        if (outbound.end(why) && !why.isOrderly()) {
            LOG.log(
                    Level.INFO,
                    "A hub connection of {0} ends: {1}",
                    account.username(),
                    why.closeReason().getReasonPhrase());
        }
    }

    /** The socket is closed, by whomever. */
    void closed() {
        outbound.closed();
        router.leave(this);
        gone.complete(null);
    }

    /** Completes when the socket is closed. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    boolean belongsTo(AccountId id) {
        return account.id().equals(id);
    }

    int subscriptionCount() {
        return subscriptions.count();
    }

    @Override
    public void onEvent(OptionalLong id, boolean ackWanted, String json) {
        var answer = take(json);
        id.ifPresent(known -> send(Packets.acknowledgement(known, answer)));
    }

    @Override
    public void onDisconnect() {
        end(Ending.CLIENT_LEFT);
    }

    @Override
    public void onConnect() {
        // clients may repeat our greeting; it says nothing
    }

    @Override
    public void onHeartbeat() {
        // having heard it is all
    }

    @Override
    public void onMessage(String text) {
        // no part of the event protocol
    }

    @Override
    public void onJson(String json) {
        // no part of the event protocol
    }

    @Override
    public void onAck(long id, String json) {
        // we never ask for one
    }

    @Override
    public void onFault(String reason, String advice) {
        // for the client to act on
    }

    @Override
    public void onNoop() {
        // nothing to do, by definition
    }

    private Answer take(String json) {
        try {
            take(EventFrame.read(json, jsonLimits));
            return Answer.TAKEN;
        } catch (MalformedJson | MalformedEvent e) {
            receiveMalformed();
            var why = String.valueOf(e.getMessage());
            unreadable.accept(new UnreadableEvent(account.username(), json, why));
            return Answer.refused(why);
        } catch (Refused e) {
            return Answer.refused(String.valueOf(e.getMessage()));
        }
    }

    private void take(Event event) throws Refused {
        switch (event.topic()) {
            case MetaTopics.SUBSCRIBE -> subscriptions.subscribe(event.data());
            case MetaTopics.UNSUBSCRIBE -> subscriptions.unsubscribe(event.data());
            default -> router.route(event.withSource(stamped(event.source())));
        }
    }

    /** Whatever the publisher says of itself, the user is the one whose key opened the connection. */
    private JsonObject stamped(JsonObject source) {
        return JSON.createObjectBuilder(source).add("user", user).build();
    }

    private void send(Message message) {
        if (!outbound.offer(message)) {
            end(Ending.TOO_SLOW);
        }
    }
}
