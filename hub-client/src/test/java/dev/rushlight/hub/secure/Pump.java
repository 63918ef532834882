package dev.rushlight.hub.secure;

import java.io.IOException;
import java.net.Socket;

/** Carries bytes between two sockets until one of them ends. */
final class Pump {

    private Pump() {}

    static void both(Socket a, Socket b) {
        daemon("pump", () -> carry(b, a));
        carry(a, b);
    }

    static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of them is gone, and so is now the other.
            return;
        }
    }
}
