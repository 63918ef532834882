package dev.rushlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HubOverBrokenHttpTest {
    @Test
    void aBatchThatBreaksOffIsNoFailureOfTheServer() throws Exception {
        try (var server = HubServer.start(HubLimits.standard());
                var socket = new Socket("127.0.0.1", server.uri("http", "/").getPort())) {
            socket.getOutputStream().write("""
                    POST /api HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Connection: close\r
                    Content-Length: 100\r
                    ftrack-strict-api: true\r
                    \r
                    [{""".getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("The request did not arrive whole; send it again");
        }
    }
}
