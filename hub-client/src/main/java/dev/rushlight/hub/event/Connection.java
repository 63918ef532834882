package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import dev.rushlight.hub.socketio.Disconnect;
import dev.rushlight.hub.socketio.EventPacket;
import dev.rushlight.hub.socketio.Handshake;
import dev.rushlight.hub.socketio.Heartbeat;
import dev.rushlight.hub.socketio.HubSocket;
import dev.rushlight.hub.socketio.MalformedPacket;
import dev.rushlight.hub.socketio.Packet;
import dev.rushlight.hub.socketio.PacketCodec;
import dev.rushlight.hub.socketio.PacketHandler;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One socket's life as the hub thread sees it: what waits to be sent, which packets are unanswered, and whether the
 * peer still shows signs of life.
 *
 * <p>The container's threads only hand over what they read, and wait if the hub thread is far behind.
 */
final class Connection implements HubSocket.Listener {

    private static final Logger LOG = System.getLogger(Connection.class.getName());
    private static final int MOST_UNREAD_CHARACTERS = 32 << 20;
    private static final JsonLimits ACKNOWLEDGEMENT = JsonLimits.ofRequest();
    private static final double MISSED_BEATS = 2.2;

    private final HubThread thread;
    private final HubTimes times;
    private final Handshake handshake;
    private final LongSupplier packetIds;
    private final Executor closer;
    private final Owner owner;
    private final PacketHandler reactions = new Reactions();
    private final Semaphore unread = new Semaphore(MOST_UNREAD_CHARACTERS);

    // Everything below is confined to the hub thread.
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();
    private final Map<Long, Consumer<Delivery>> unanswered = new HashMap<>();
    private final Set<String> subscribed = new HashSet<>();
    private Optional<HubSocket> socket = Optional.empty();
    private Optional<Future<?>> watch = Optional.empty();
    private Optional<Runnable> onDrained = Optional.empty();
    private boolean sending;
    private long sendingSince;
    private long lastSent;
    private long lastReceived = System.nanoTime();
    private long lastPing = lastReceived;
    private OptionalLong lastBeat = OptionalLong.empty();
    private OptionalLong longestBeat = OptionalLong.empty();
    private boolean answersPings;
    private boolean over;

    /** Hears of the connection, on the hub thread. */
    interface Owner {

        void opened(Connection connection);

        void received(Connection connection);

        void event(Connection connection, String json);

        void lost(Connection connection, String why);
    }

    Connection(
            HubThread thread,
            HubTimes times,
            Handshake handshake,
            LongSupplier packetIds,
            Executor closer,
            Owner owner) {
        this.thread = thread;
        this.times = times;
        this.handshake = handshake;
        this.packetIds = packetIds;
        this.closer = closer;
        this.owner = owner;
    }

    // ---- what the container's threads hand over

    @Override
    public void onOpen(HubSocket opened) {
        var posted = thread.post(() -> {
            socket = Optional.of(opened);
            lastReceived = System.nanoTime();
            if (over) {
                closeSocket();
            } else {
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
            answersPings = true;
            noteSignOfLife();
        });
    }

    @Override
    public void onTooLong(long bytes) {
        LOG.log(Level.WARNING, "A message of {0} bytes from the hub is too long and was thrown away", bytes);
        thread.post(this::noteSignOfLife);
    }

    @Override
    public void onEnd(String why) {
        thread.post(() -> lose(why));
    }

    // ---- what the hub thread does with it

    /** Begins to listen for silence. */
    void start() {
        var period = times.silence().dividedBy(12);
        watch = Optional.of(thread.every(period, this::lookForLife));
        socket.ifPresent(HubSocket::ping);
    }

    /** Sends an event and wants to hear of it; the answer may never come. */
    long request(String json, Consumer<Delivery> onAnswer) {
        var id = packetIds.getAsLong();
        unanswered.put(id, onAnswer);
        frames.add(new Frame(PacketCodec.encode(EventPacket.withAck(id, json)), id));
        sendNext();
        return id;
    }

    /** Sends an event without wanting to hear of it. */
    void tell(String json) {
        frames.add(new Frame(PacketCodec.encode(EventPacket.of(json)), 0));
        sendNext();
    }

    void forget(long packetId) {
        unanswered.remove(packetId);
    }

    boolean hasSent(long packetId) {
        return packetId <= lastSent;
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
        return unanswered.size();
    }

    /** Ends at once; the owner hears nothing more. */
    void end() {
        over = true;
        watch.ifPresent(it -> it.cancel(false));
        unanswered.clear();
        frames.clear();
        closeSocket();
    }

    /** Says goodbye after everything that waits to be sent, then ends and tells, on the closer's thread. */
    void endPolitely(Runnable ended) {
        onDrained = Optional.of(ended);
        frames.add(new Frame(PacketCodec.encode(new Disconnect()), 0));
        sendNext();
    }

    private void closeSocket() {
        var closing = socket;
        var ended = onDrained;
        socket = Optional.empty();
        onDrained = Optional.empty();
        closer.execute(() -> {
            closing.ifPresent(HubSocket::close);
            ended.ifPresent(Runnable::run);
        });
    }

    private void lose(String why) {
        if (!over) {
            if (onDrained.isPresent()) {
                end();
            } else {
                owner.lost(this, why);
            }
        }
    }

    private void sendNext() {
        if (over || sending || socket.isEmpty()) {
            return;
        }
        var frame = frames.poll();
        if (frame == null) {
            if (onDrained.isPresent()) {
                end();
            }
            return;
        }
        sending = true;
        sendingSince = System.nanoTime();
        socket.get().send(frame.text(), failure -> thread.post(() -> sent(frame, failure)));
    }

    private void sent(Frame frame, Optional<String> failure) {
        sending = false;
        if (failure.isPresent()) {
            lose("sending failed: " + failure.get());
        } else {
            lastSent = Math.max(lastSent, frame.packetId());
            sendNext();
        }
    }

    private void receive(String text) {
        if (over) {
            return;
        }
        noteSignOfLife();
        Packet packet;
        try {
            packet = PacketCodec.decode(text);
        } catch (MalformedPacket e) {
            LOG.log(Level.WARNING, "The hub sent what is no packet: {0}", e.getMessage());
            return;
        }
        packet.deliverTo(reactions);
    }

    private void noteSignOfLife() {
        lastReceived = System.nanoTime();
        owner.received(this);
    }

    private void lookForLife() {
        var now = System.nanoTime();
        var silence = Duration.ofNanos(now - lastReceived);
        var patience = patience();
        if (silence.compareTo(patience) > 0) {
            lose("the hub was silent for more than " + patience.toMillis() + " ms");
        } else if (sending
                && now - sendingSince > times.acknowledgement().multipliedBy(2).toNanos()) {
            lose("the hub does not take what is sent");
        } else {
            askForLife(now, silence);
        }
    }

    private void askForLife(long now, Duration silence) {
        var third = times.silence().dividedBy(3);
        if (silence.compareTo(third) > 0 && now - lastPing > third.toNanos()) {
            lastPing = now;
            socket.ifPresent(HubSocket::ping);
        }
    }

    /**
     * How long silence is no sign of death. A peer that answers pings has no excuse; another one may be as slow as it
     * has shown or promised to be.
     */
    private Duration patience() {
        var usual = times.silence();
        if (answersPings) {
            return usual;
        }
        var rhythm = longestBeat.isPresent()
                ? Duration.ofNanos((long) (longestBeat.getAsLong() * MISSED_BEATS))
                : handshake.heartbeat().multipliedBy(6).dividedBy(5);
        return rhythm.compareTo(usual) > 0 ? rhythm : usual;
    }

    private Optional<Delivery> answer(String json) {
        JsonArray arguments;
        try {
            arguments = JsonText.parseArray(json, ACKNOWLEDGEMENT);
        } catch (MalformedJson e) {
            return Optional.empty();
        }
        if (arguments.isEmpty() || !(arguments.get(0) instanceof JsonObject answer)) {
            return Optional.empty();
        }
        if (!JsonValue.FALSE.equals(answer.get("success"))) {
            return Optional.of(Delivery.acknowledged());
        }
        var message = answer.get("message") instanceof JsonString text ? text.getString() : "";
        return Optional.of(Delivery.refused(message));
    }

    private record Frame(String text, long packetId) {}

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
            lastBeat.ifPresent(
                    before -> longestBeat = OptionalLong.of(Math.max(longestBeat.orElse(0), lastReceived - before)));
            lastBeat = OptionalLong.of(lastReceived);
            frames.addFirst(new Frame(PacketCodec.encode(new Heartbeat()), 0));
            sendNext();
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
            var waiting = unanswered.get(id);
            if (waiting == null) {
                LOG.log(Level.DEBUG, "The hub answered packet {0}, which nobody waits for", id);
                return;
            }
            answer(json)
                    .ifPresentOrElse(
                            delivery -> {
                                unanswered.remove(id);
                                waiting.accept(delivery);
                            },
                            () -> LOG.log(
                                    Level.WARNING, "The hub answered packet {0} with neither success nor failure", id));
        }

        @Override
        public void onFault(String reason, String advice) {
            // After an error some hubs forget the subscriptions: only a new connection is known to have them.
            var text = (reason + " " + advice).strip().replaceAll("\\p{Cntrl}", "?");
            lose("the hub reported an error: " + (text.length() <= 200 ? text : text.substring(0, 200) + "…"));
        }

        @Override
        public void onNoop() {
            // Nothing is what it asks for.
        }
    }
}
