package dev.rushlight.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody is in production, in the form in which policies name it: {@code vfx_supervisor}. */
record Function(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_]{0,63}");

    /** Reads what was typed, such as "VFX supervisor". */
    static Function require(String typed) {
        return parse(typed)
                .orElseThrow(() -> new UnacceptableFunction(
                        "A function is 1 to 64 letters, digits and underscores, not \"%s\"".formatted(typed)));
    }

    private static Optional<Function> parse(String typed) {
        var name = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        return NAME.matcher(name).matches() ? Optional.of(new Function(name)) : Optional.empty();
    }
}
