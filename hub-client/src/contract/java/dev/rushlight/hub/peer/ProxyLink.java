package dev.rushlight.hub.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One client's connection to a {@link FaultProxy} and the one that was made to the server for it. */
final class ProxyLink {

    private final Socket client;
    private final Socket server;
    private final Supplier<Duration> delay;
    private final Consumer<ProxyLink> onEnd;
    private final Pump toServer;
    private final Pump toClient;
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch running = new CountDownLatch(2);

    ProxyLink(Socket client, Socket server, Supplier<Duration> delay, Consumer<ProxyLink> onEnd) {
        this.client = client;
        this.server = server;
        this.delay = delay;
        this.onEnd = onEnd;
        this.toServer = new Pump(client, server);
        this.toClient = new Pump(server, client);
    }

    /** Carries bytes in both directions until neither has more. */
    void run() {
        ScriptedPeer.daemon("proxy-to-client", toClient::run);
        toServer.run();
    }

    void reset() {
        resetOnClose(client);
        resetOnClose(server);
        close();
    }

    void finish() {
        toServer.shutDown();
        toClient.shutDown();
    }

    void truncate() {
        toServer.truncating = true;
        toClient.truncating = true;
    }

    void halfClose() {
        toClient.shutDown();
    }

    void swallow() {
        toServer.swallowing = true;
        toClient.swallowing = true;
    }

    void inject(byte[] bytes) {
        try {
            toClient.write(bytes, bytes.length);
        } catch (IOException e) {
            reset();
        }
    }

    private void ranDry() {
        running.countDown();
        if (running.getCount() == 0) {
            close();
        }
    }

    private void close() {
        over.countDown();
        onEnd.accept(this);
        swallow();
        try (client) {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void resetOnClose(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
            return;
        }
    }

    /** One direction of the link. */
    private final class Pump {

        private final Socket from;
        private final Socket to;
        private volatile boolean swallowing;
        private volatile boolean truncating;

        Pump(Socket from, Socket to) {
            this.from = from;
            this.to = to;
        }

        void run() {
            var buffer = new byte[16 * 1024];
            try {
                var in = from.getInputStream();
                for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    pass(buffer, length);
                }
                if (!swallowing) {
                    shutDown();
                }
            } catch (IOException | InterruptedException e) {
                if (!swallowing) {
                    reset();
                }
            } finally {
                ranDry();
            }
        }

        private void pass(byte[] buffer, int length) throws IOException, InterruptedException {
            var wait = delay.get();
            if (!wait.isZero() && over.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            if (truncating) {
                write(buffer, length / 2);
                finish();
            } else {
                write(buffer, length);
            }
        }

        private synchronized void write(byte[] buffer, int length) throws IOException {
            if (swallowing) {
                return;
            }
            try {
                to.getOutputStream().write(buffer, 0, length);
            } catch (IOException e) {
                if (!swallowing) {
                    throw e;
                }
            }
        }

        void shutDown() {
            swallowing = true;
            try {
                to.shutdownOutput();
            } catch (IOException e) {
                // Whoever was to hear of the end is gone already.
                return;
            }
        }
    }
}
