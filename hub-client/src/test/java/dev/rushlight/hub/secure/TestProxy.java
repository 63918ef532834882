package dev.rushlight.hub.secure;

import dev.rushlight.hub.HttpProxy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** An HTTP proxy on a loopback port that leads to one server, whatever name it is asked for. */
final class TestProxy implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final ServerSocket server;
    private final int target;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    TestProxy(int target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Pump.daemon("test-proxy", this::acceptAll);
    }

    HttpProxy address() {
        return new HttpProxy("127.0.0.1", server.getLocalPort());
    }

    /** The request lines without their version. */
    List<String> requests() {
        return requests;
    }

    /** Answers every request with this, itself. */
    void refusesWith(int other) {
        status = other;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                Pump.daemon("test-proxy-connection", () -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var peer = new Socket(InetAddress.getLoopbackAddress(), target)) {
            for (var head = head(client.getInputStream()); !head.isEmpty(); head = head(client.getInputStream())) {
                requests.add(head.substring(0, head.indexOf(" HTTP/")));
                if (status != 200) {
                    write(client, "HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n".formatted(status));
                } else if (head.startsWith("CONNECT ")) {
                    write(client, "HTTP/1.1 200 Connected\r\n\r\n");
                    Pump.both(client, peer);
                    return;
                } else {
                    write(peer, head.replaceFirst("http://[^/]+", ""));
                    passBody(head, client.getInputStream(), peer.getOutputStream());
                    var answer = head(peer.getInputStream());
                    write(client, answer);
                    passBody(answer, peer.getInputStream(), client.getOutputStream());
                }
            }
        } catch (IOException e) {
            // Somebody went away.
            return;
        }
    }

    private static String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var b = in.read(); b >= 0; b = in.read()) {
            bytes.write(b);
            if (b == '\n' && bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return bytes.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    private static void passBody(String head, InputStream from, OutputStream to) throws IOException {
        var length = LENGTH.matcher(head);
        if (length.find()) {
            to.write(from.readNBytes(Integer.parseInt(length.group(1))));
            to.flush();
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
