package dev.rushlight.server.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How large a campaign is and what it draws its luck from: {@code -Drushlight.campaign=full} makes it as large as a
 * release needs, {@code -Drushlight.campaign.seed=N} repeats one.
 */
final class Campaign {
    private static final Path DIRECTORY = Path.of("target", "campaign");
    private static final long USUAL_SEED = 3;

    private Campaign() {}

    static boolean isFull() {
        return System.getProperty("rushlight.campaign", "").equals("full");
    }

    /** As many in a full campaign, so few otherwise. */
    static int count(int full, int reduced) {
        return isFull() ? full : reduced;
    }

    static long seed() {
        return Long.getLong("rushlight.campaign.seed", USUAL_SEED);
    }

    /** The luck of one part of the campaign, the same for the same seed. */
    static RandomGenerator luck(String part) {
        return RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed() * 31 + part.hashCode());
    }

    /** Where the history of one part is written. */
    static History history(String part) throws IOException {
        return new History(DIRECTORY.resolve(part + "-" + seed() + ".jsonl"));
    }

    /** Prints one line of the report and keeps it beside the histories. */
    static void report(String format, Object... values) {
        var line = String.format(
                Locale.ROOT,
                "campaign links, %s, seed %d | %s%n",
                isFull() ? "full" : "reduced",
                seed(),
                String.format(Locale.ROOT, format, values));
        System.out.print(line);
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(
                    DIRECTORY.resolve("report.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException("The campaign's report cannot be written", e);
        }
    }
}
