package dev.rushlight.hub.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LargeTransferTest {

    private static final long SIZE = 300L << 20;
    private static final long BACK = 64L << 20;

    @TempDir
    Path folder;

    @Test
    void filesThatAreLargerThanTheHeapPassBothWays() throws Exception {
        var file = folder.resolve("large.mov");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(SIZE);
        }
        try (var storage = new StoragePeer()) {
            storage.on((peer, exchange, n) -> {
                if (exchange.getRequestMethod().equals("PUT")) {
                    peer.take(exchange, n);
                    return;
                }
                exchange.sendResponseHeaders(200, BACK);
                var chunk = new byte[1 << 20];
                for (var sent = 0L; sent < BACK; sent += chunk.length) {
                    exchange.getResponseBody().write(chunk);
                }
                exchange.close();
            });
            assertThat(inASmallHeap(storage.address(""), file, folder.resolve("back.mov")))
                    .isEqualTo("sent 314572800, got 67108864");
            assertThat(storage.received()).hasSize(19);
            assertThat(storage.received().stream()
                            .mapToLong(StoragePeer.Received::size)
                            .sum())
                    .isEqualTo(SIZE);
            assertThat(folder.resolve("back.mov")).hasSize(BACK);
        }
    }

    private String inASmallHeap(String address, Path file, Path back) throws IOException, InterruptedException {
        var classPath = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        var output = folder.resolve("output");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        SmallHeap.class.getName(),
                        address,
                        file.toString(),
                        back.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8).strip();
    }
}
