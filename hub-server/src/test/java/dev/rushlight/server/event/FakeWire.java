package dev.rushlight.server.event;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A wire that shows what was sent, and whose reader may stop reading. */
final class FakeWire implements Wire {
    private final List<String> sent = new ArrayList<>();
    private final Queue<SendHandler> held = new ArrayDeque<>();
    private boolean holding;
    private Optional<Ending> ending = Optional.empty();

    @Override
    public void send(String text, SendHandler done) {
        sent.add(text);
        if (holding) {
            held.add(done);
        } else {
            done.onResult(new SendResult());
        }
    }

    @Override
    public void close(Ending why) {
        ending = ending.or(() -> Optional.of(why));
    }

    /** From now on nothing that is sent leaves. */
    void stopReading() {
        holding = true;
    }

    /** What was held leaves, and so does everything later. */
    void readAgain() {
        holding = false;
        while (!held.isEmpty()) {
            held.remove().onResult(new SendResult());
        }
    }

    /** What was held never leaves. */
    void breakDown() {
        while (!held.isEmpty()) {
            held.remove().onResult(new SendResult(new IOException("connection reset")));
        }
    }

    List<String> sent() {
        return List.copyOf(sent);
    }

    /** What was sent since the last time this was asked. */
    List<String> take() {
        var taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    Optional<Ending> ending() {
        return ending;
    }
}
