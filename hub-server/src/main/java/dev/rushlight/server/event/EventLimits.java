package dev.rushlight.server.event;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one connection may send, ask for and leave unread, and how long it may stay silent.
 *
 * <p>The numbers of connections and handshakes do not bind the application's own account.
 *
 * @param messageBytes the longest message taken
 * @param depth the deepest nesting of JSON taken
 * @param malformedMessages how many messages that cannot be read are forgiven in the life of a connection
 * @param subscriptions how many subscriptions one connection may hold
 * @param subscriberBytes the longest metadata of one subscriber, as JSON text
 * @param queuedMessages how many messages may wait for a slow reader
 * @param queuedBytes how many bytes may wait for a slow reader
 * @param connections how many connections may be open
 * @param connectionsPerAccount how many of them one account may have, handshakes that wait included
 * @param openHandshakes how many handshakes may wait for their connection
 * @param openHandshakesPerAccount how many of them one account may have
 * @param times the durations
 */
public record EventLimits(
        int messageBytes,
        int depth,
        int malformedMessages,
        int subscriptions,
        int subscriberBytes,
        int queuedMessages,
        int queuedBytes,
        int connections,
        int connectionsPerAccount,
        int openHandshakes,
        int openHandshakesPerAccount,
        Times times) {

    public EventLimits {
        var smallest = IntStream.of(
                        messageBytes,
                        depth,
                        subscriptions,
                        subscriberBytes,
                        queuedMessages,
                        queuedBytes,
                        connections,
                        connectionsPerAccount,
                        openHandshakes,
                        openHandshakesPerAccount)
                .min();
        if (smallest.orElse(0) < 1 || malformedMessages < 0) {
            throw new IllegalArgumentException("A limit of an event server is at least 1");
        }
    }

    /**
     * The durations of a connection.
     *
     * @param handshake how long a handshake waits for its connection
     * @param heartbeat how often the hub beats
     * @param silence after how long without any message a connection counts as dead
     * @param drain how long one message may take to leave before its reader counts as too slow
     * @param farewell how long the last message of an ending connection may take to leave
     */
    public record Times(Duration handshake, Duration heartbeat, Duration silence, Duration drain, Duration farewell) {
        public Times {
            if (Stream.of(handshake, heartbeat, silence, drain, farewell)
                    .anyMatch(time -> time.compareTo(Duration.ofMillis(1)) < 0)) {
                throw new IllegalArgumentException("The times of an event server are at least a millisecond");
            }
        }
    }

    /** The limits that the product ships with. */
    public static EventLimits standard() {
        return new EventLimits(
                1 << 20,
                64,
                100,
                1_000,
                16 << 10,
                10_000,
                8 << 20,
                10_000,
                500,
                10_000,
                200,
                new Times(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(2)));
    }

    /** The same limits with other durations. */
    public EventLimits withTimes(Times other) {
        return new EventLimits(
                messageBytes,
                depth,
                malformedMessages,
                subscriptions,
                subscriberBytes,
                queuedMessages,
                queuedBytes,
                connections,
                connectionsPerAccount,
                openHandshakes,
                openHandshakesPerAccount,
                other);
    }
}
