package dev.rushlight.bench;

import dev.rushlight.hub.peer.FastPeer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one event costs this client, in relation to what it costs the other ftrack clients with the same hub in the same
 * run; {@link Load} and its likes are the processes that are compared.
 */
public final class Rivals {

    static final int WARM_UP = 30_000;
    static final int MEASURED = 30_000;
    static final int UNDER_WAY = 500;

    /** What the hub sends when it is asked for more: less than what a client drops when it is far behind. */
    static final int AT_ONCE = 5_000;

    static final List<Integer> SUBSCRIBERS = List.of(1, 10, 100);

    private static final byte[] FRAMES = FastPeer.frames(IntStream.range(0, UNDER_WAY)
            .mapToObj(number -> Wire.delivered("bench.update", "m", number))
            .toList());

    private Rivals() {}

    /**
     * Runs the comparison.
     *
     * @param arguments each {@code NAME=DIRECTORY COMMAND…}, where the hub's address is added to the command
     */
    public static void main(String[] arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        var ours = measure(new File("."), List.of(java, "-cp", classPath, Load.class.getName()));
        print("this client", ours, ours);
        for (var argument : arguments) {
            var name = argument.substring(0, argument.indexOf('='));
            var words = List.of(argument.substring(name.length() + 1).split(" "));
            print(name, measure(new File(words.get(0)), words.subList(1, words.size())), ours);
        }
    }

    /** Runs one client against a hub of its own; what it measured, by what that is. */
    private static Map<String, Double> measure(File directory, List<String> command) throws IOException {
        var results = new LinkedHashMap<String, Double>();
        try (var peer = new FastPeer()) {
            var words = new ArrayList<>(command);
            words.add(peer.address().toString());
            var process = new ProcessBuilder(words)
                    .directory(directory)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    answer(line.split(" "), peer, results);
                }
            } finally {
                process.destroyForcibly();
            }
        }
        return results;
    }

    private static void answer(String[] words, FastPeer peer, Map<String, Double> results) {
        switch (words[0]) {
            case "more" -> send(peer);
            case "publish" -> {
                results.put("publish, time", Double.valueOf(words[1]));
                results.put("publish, CPU", Double.valueOf(words[2]));
            }
            case "receive" -> results.put("receive, CPU, " + words[1] + " subscribers", Double.valueOf(words[2]));
            default -> throw new IllegalStateException("A client says " + String.join(" ", words));
        }
    }

    private static void send(FastPeer peer) {
        for (var sent = 0; sent < AT_ONCE; sent += UNDER_WAY) {
            peer.send(FRAMES);
        }
    }

    private static void print(String name, Map<String, Double> results, Map<String, Double> ours) {
        results.forEach((what, micros) -> System.out.printf(
                Locale.ROOT,
                "%-16s %-32s %9.1f us  this client takes x%.3f of it%n",
                name,
                what,
                micros,
                ours.get(what) / micros));
    }
}
