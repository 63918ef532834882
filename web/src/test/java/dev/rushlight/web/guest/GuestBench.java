package dev.rushlight.web.guest;

import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.Installation;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.testing.ByHand;
import dev.rushlight.web.testing.MemoryGuests;
import dev.rushlight.web.testing.Samples;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** What the pages of guests stand on. */
final class GuestBench {

    final LiveViews live = new LiveViews();
    final ByHand background = new ByHand();
    private final MemoryGuests guests;

    GuestBench(MemoryGuests guests) {
        this.guests = guests;
    }

    GuestDesks desks() {
        return new GuestDesks(
                guests,
                guests.feedback(),
                guests.files(),
                live,
                background,
                new Installation(
                        Path.of("unused"),
                        "127.0.0.1",
                        8080,
                        URI.create("https://review.example"),
                        new DatabaseSettings("jdbc:h2:mem:unused", "u", "p"),
                        Duration.ofSeconds(10)),
                Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    }
}
