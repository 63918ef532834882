package dev.rushlight.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rushlight.installation.Installation;
import dev.rushlight.installation.SecretFiles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The seals once more, one JSON object a line, in {@code ledger-seals.log} in the data directory: a witness beside the
 * database, so that seals cut from there show. It is only ever appended to; a line is complete with its line end, and what
 * a crash left of one is cut before the next is appended.
 */
@Dependent
class SealLog {

    private final Path file;

    // guarded by this: what the file says as long as it has this size
    private long size = -1;
    private UUID installation = new UUID(0, 0);
    private long last;

    @Inject
    SealLog(Installation installation) {
        this(installation.data().resolve("ledger-seals.log"));
    }

    SealLog(Path file) {
        this.file = file;
    }

    /** The highest number of a seal of this installation that the file holds, or 0. */
    synchronized long last(UUID of) {
        try {
            var now = Files.exists(file) ? Files.size(file) : 0;
            if (now != size || !of.equals(installation)) {
                installation = of;
                last = 0;
                forEach(line -> line.filter(seal -> seal.installation().equals(of))
                        .ifPresent(seal -> last = Math.max(last, seal.number())));
                size = now;
            }
            return last;
        } catch (IOException failed) {
            throw failed("read", failed);
        }
    }

    /** Takes seals of one installation, in order, of which it may have some already; returns once the disk has them. */
    synchronized void append(List<Seal> seals) {
        var end = seals.get(seals.size() - 1);
        var known = last(end.installation());
        var lines = seals.stream()
                .filter(seal -> seal.number() > known)
                .map(seal -> SealText.write(seal) + "\n")
                .collect(Collectors.joining());
        SecretFiles.privateFile(file);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(endOfLastLine(channel)).position(channel.size());
            var bytes = ByteBuffer.wrap(lines.getBytes(US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            last = Math.max(known, end.number());
            size = channel.size();
        } catch (IOException failed) {
            throw failed("write", failed);
        }
    }

    /** Every complete line, in order; one that holds no seal is empty. */
    void forEach(Consumer<Optional<Seal>> reader) {
        if (!Files.exists(file)) {
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var end = endOfLastLine(channel);
            var lines = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), US_ASCII));
            for (var read = 0L; read < end; ) {
                var line = lines.readLine();
                if (line == null) {
                    return;
                }
                read += line.length() + 1;
                reader.accept(seal(line));
            }
        } catch (IOException failed) {
            throw failed("read", failed);
        }
    }

    private static Optional<Seal> seal(String line) {
        try {
            return Optional.of(SealText.read(StrictJson.object(new StringReader(line))));
        } catch (NotWhatWasWritten noSeal) {
            return Optional.empty();
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        var one = ByteBuffer.allocate(1);
        for (var end = channel.size(); end > 0; end--) {
            channel.read(one.clear(), end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    private UncheckedIOException failed(String what, IOException failure) {
        return new UncheckedIOException("Cannot %s %s: %s".formatted(what, file, failure.getMessage()), failure);
    }
}
