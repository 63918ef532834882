package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.socketio.Disconnect;
import dev.rushlight.hub.socketio.EventPacket;
import dev.rushlight.hub.socketio.Handshake;
import dev.rushlight.hub.socketio.Heartbeat;
import dev.rushlight.hub.socketio.HubSocket;
import dev.rushlight.hub.socketio.MalformedPacket;
import dev.rushlight.hub.socketio.Packet;
import dev.rushlight.hub.socketio.PacketCodec;
import dev.rushlight.hub.socketio.PacketHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * One socket's life as the hub thread sees it: what was sent and is unanswered, who is subscribed on it, and whether the
 * peer still shows signs of life.
 *
 * <p>The container's threads only hand over what they read, and wait if the hub thread is far behind.
 */
final class Connection implements HubSocket.Listener {

    private static final Logger LOG = System.getLogger(Connection.class.getName());
    private static final int MOST_UNREAD_CHARACTERS = 32 << 20;
    private static final int LOOKS_PER_SILENCE = 12;
    private static final int LONGEST_FAULT = 200;
    private static final String HEARTBEAT = PacketCodec.encode(new Heartbeat());
    private static final String GOODBYE = PacketCodec.encode(new Disconnect());

    private final HubThread thread;
    private final HubTimes times;
    private final LongSupplier packetIds;
    private final Owner owner;
    private final PacketHandler reactions = new Reactions();
    private final Semaphore unread = new Semaphore(MOST_UNREAD_CHARACTERS);

    // Everything below is confined to the hub thread.
    private final SendLine line;
    private final Pulse pulse;
    private final Unanswered unanswered = new Unanswered();
    private final Set<String> subscribed = new HashSet<>();
    private Optional<Future<?>> watch = Optional.empty();

    /** Hears of the connection, on the hub thread. */
    interface Owner {

        void opened(Connection connection);

        void received(Connection connection);

        void event(Connection connection, String json);

        void unreadable(Connection connection, String why);

        void lost(Connection connection, String why);
    }

    Connection(
            HubThread thread,
            HubTimes times,
            Handshake handshake,
            LongSupplier packetIds,
            HubPools pools,
            Owner owner) {
        this.thread = thread;
        this.times = times;
        this.packetIds = packetIds;
        this.owner = owner;
        line = new SendLine(thread, pools.senders(), pools.callbacks(), new Sending());
        pulse = new Pulse(times.silence(), handshake, System.nanoTime());
    }

    // ---- what the container's threads hand over

    @Override
    public void onOpen(HubSocket opened) {
        var posted = thread.post(() -> {
            pulse.sign(System.nanoTime());
            line.open(opened);
            if (!line.isOver()) {
                owner.opened(this);
            }
        });
        if (!posted) {
            opened.close();
        }
    }

    @Override
    public void onText(String text) {
        var weight = Math.min(MOST_UNREAD_CHARACTERS, text.length());
        unread.acquireUninterruptibly(weight);
        var posted = thread.post(() -> {
            try {
                receive(text);
            } finally {
                unread.release(weight);
            }
        });
        if (!posted) {
            unread.release(weight);
        }
    }

    @Override
    public void onPong() {
        thread.post(() -> {
            pulse.pong(System.nanoTime());
            owner.received(this);
        });
    }

    @Override
    public void onTooLong(long bytes) {
        thread.post(() -> {
            noteSignOfLife();
            owner.unreadable(this, "a message of " + bytes + " bytes is too long and was thrown away");
        });
    }

    @Override
    public void onEnd(String why) {
        thread.post(() -> lose(why));
    }

    // ---- what the hub thread does with it

    /** Begins to listen for silence. */
    void start() {
        watch = Optional.of(thread.every(times.silence().dividedBy(LOOKS_PER_SILENCE), this::lookForLife));
        line.ping();
    }

    /** Sends an event and wants to hear of it; the answer may never come. */
    long request(String json, Consumer<Delivery> onAnswer) {
        return request(json, onAnswer, id -> {});
    }

    /** Sends an event and counts as lost if that is not answered in time, once it is sent. */
    void insist(String json, Consumer<Delivery> onAnswer) {
        request(json, onAnswer, this::awaitAnswer);
    }

    private long request(String json, Consumer<Delivery> onAnswer, LongConsumer onSent) {
        var id = packetIds.getAsLong();
        unanswered.add(id, onAnswer);
        line.send(PacketCodec.encode(EventPacket.withAck(id, json)), () -> onSent.accept(id));
        return id;
    }

    private void awaitAnswer(long packetId) {
        if (unanswered.contains(packetId)) {
            thread.after(times.acknowledgement(), () -> {
                if (unanswered.contains(packetId)) {
                    lose("a subscription was not answered");
                }
            });
        }
    }

    /** Sends an event without wanting to hear of it. */
    void tell(String json) {
        line.send(PacketCodec.encode(EventPacket.of(json)));
    }

    void forget(long packetId) {
        unanswered.forget(packetId);
    }

    /** Remembers that a subscriber was announced here; false if it was already. */
    boolean noteSubscribed(String subscriberId) {
        return subscribed.add(subscriberId);
    }

    /** Whether a subscriber was announced here; from now on it is not. */
    boolean noteUnsubscribed(String subscriberId) {
        return subscribed.remove(subscriberId);
    }

    int unansweredCount() {
        return unanswered.count();
    }

    /** Ends at once; the owner hears nothing more. */
    void end() {
        watch.ifPresent(it -> it.cancel(false));
        unanswered.clear();
        line.end();
    }

    /** Says goodbye after everything that waits to be sent, then ends and tells, on the closer's thread. */
    void endPolitely(Runnable ended) {
        line.send(GOODBYE);
        line.endWhenSent(ended);
    }

    private void lose(String why) {
        if (line.isOver()) {
            return;
        }
        if (line.isEnding()) {
            end();
        } else {
            owner.lost(this, why);
        }
    }

    private void receive(String text) {
        if (line.isOver()) {
            return;
        }
        noteSignOfLife();
        Packet packet;
        try {
            packet = PacketCodec.decode(text);
        } catch (MalformedPacket e) {
            owner.unreadable(this, e.getMessage());
            return;
        }
        packet.deliverTo(reactions);
    }

    private void noteSignOfLife() {
        pulse.sign(System.nanoTime());
        owner.received(this);
    }

    private void lookForLife() {
        var now = System.nanoTime();
        var death = pulse.death(now);
        if (death.isPresent()) {
            lose(death.get());
        } else if (line.isStuckSince(
                now - times.acknowledgement().multipliedBy(2).toNanos())) {
            lose("the hub does not take what is sent");
        } else if (pulse.shouldPing(now)) {
            line.ping();
        }
    }

    private final class Sending implements SendLine.Listener {

        @Override
        public void moved() {
            pulse.sign(System.nanoTime());
        }

        @Override
        public void failed(String why) {
            lose(why);
        }
    }

    private final class Reactions implements PacketHandler {

        @Override
        public void onDisconnect() {
            lose("the hub ended the connection");
        }

        @Override
        public void onConnect() {
            // The open socket already said so.
        }

        @Override
        public void onHeartbeat() {
            pulse.beat(System.nanoTime());
            line.sendFirst(HEARTBEAT);
        }

        @Override
        public void onMessage(String text) {
            LOG.log(Level.DEBUG, "The hub sent a message, which nobody reads");
        }

        @Override
        public void onJson(String json) {
            LOG.log(Level.DEBUG, "The hub sent bare JSON, which nobody reads");
        }

        @Override
        public void onEvent(OptionalLong id, boolean ackWanted, String json) {
            owner.event(Connection.this, json);
        }

        @Override
        public void onAck(long id, String json) {
            unanswered.answered(id, json);
        }

        @Override
        public void onFault(String reason, String advice) {
            // After an error some hubs forget the subscriptions: only a new connection is known to have them.
            var text = (reason + " " + advice).strip().replaceAll("\\p{Cntrl}", "?");
            lose("the hub reported an error: "
                    + (text.length() <= LONGEST_FAULT ? text : text.substring(0, LONGEST_FAULT) + "…"));
        }

        @Override
        public void onNoop() {
            // Nothing is what it asks for.
        }
    }
}
