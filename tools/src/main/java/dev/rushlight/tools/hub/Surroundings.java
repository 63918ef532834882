package dev.rushlight.tools.hub;

import dev.rushlight.hub.HubSettings;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command finds around itself.
 *
 * @param clock tells the time, in the time zone in which it is shown
 * @param watched whether somebody looks at standard error while the command runs
 */
record Surroundings(Function<String, Optional<String>> environment, InputStream input, Clock clock, boolean watched) {

    /** The launcher knows whether standard error is a terminal, which Java 17 does not. */
    static Surroundings ofProcess() {
        return new Surroundings(
                HubSettings::environmentVariable,
                System.in,
                Clock.systemDefaultZone(),
                Boolean.getBoolean("rushlight.watched"));
    }
}
