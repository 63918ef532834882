package dev.rushlight.tools.hub;

import dev.rushlight.hub.media.Progress;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;

/** How far a transfer is, on one line of a terminal that is written again and again. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private final PrintWriter terminal;
    private final Clock clock;
    private final long begun;
    private int width;

    ProgressLine(PrintWriter terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.begun = clock.millis();
    }

    @Override
    public void moved(long done, long total) {
        var line = text(done, total, clock.millis() - begun);
        terminal.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        terminal.flush();
        width = line.length();
    }

    /** Leaves the line as it is and goes to the next. */
    @Override
    public void close() {
        if (width > 0) {
            terminal.println();
            terminal.flush();
        }
    }

    static String text(long done, long total, long millis) {
        var rate = millis < 100 ? "" : "  " + size(done * 1000 / millis) + "/s";
        return total < 0
                ? size(done) + rate
                : "%3d %%  %s of %s%s".formatted(total == 0 ? 100 : done * 100 / total, size(done), size(total), rate);
    }

    private static String size(long bytes) {
        var size = (double) bytes;
        var unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }
}
