package dev.rushlight.server.event;

import dev.rushlight.server.account.Account;
import dev.rushlight.server.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;

/** A client that speaks literal packets to a connection without a socket. */
final class TestClient {
    private final FakeWire wire = new FakeWire();
    private final Account account;
    private final Connection connection;
    private final List<UnreadableEvent> unreadable = new ArrayList<>();

    TestClient(String username, Router router, EventLimits limits, LongSupplier nanoTime) {
        this.account = new Account(new AccountId(UUID.nameUUIDFromBytes(username.getBytes())), username);
        this.connection = new Connection(account, wire, router, limits, nanoTime, unreadable::add);
        router.join(connection);
        connection.open();
    }

    /** Sends a packet. */
    TestClient says(String packet) {
        connection.receive(packet);
        return this;
    }

    /** Subscribes and forgets the acknowledgement. */
    TestClient subscribed(String subscriberId, String expression) {
        says("5:1+::" + subscription(subscriberId, expression));
        hears();
        return this;
    }

    /** What came since the last time. */
    List<String> hears() {
        return wire.take();
    }

    /** What the connection told of events that it could not read. */
    List<UnreadableEvent> unreadable() {
        return unreadable;
    }

    FakeWire wire() {
        return wire;
    }

    Connection connection() {
        return connection;
    }

    String userId() {
        return account.id().value().toString();
    }

    static String subscription(String subscriberId, String expression) {
        return event("ftrack.meta.subscribe", """
                {"subscriber":{"id":"%s"},"subscription":"%s"}""".formatted(subscriberId, expression.replace("\"", "\\\"")));
    }

    static String event(String topic, String data) {
        return targeted(topic, data, "");
    }

    static String targeted(String topic, String data, String target) {
        return """
                {"name":"ftrack.event","args":[{"topic":"%s","id":"e1","data":%s,"sent":null,\
                "source":{"id":"hub1"},"target":"%s","inReplyToEvent":null}]}""".formatted(topic, data, target);
    }
}
