package dev.rushlight.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A username as it is kept: lower case, 1 to 64 of a-z 0-9 . _ @ - */
record Username(String text) {

    private static final Pattern ACCEPTABLE = Pattern.compile("[a-z0-9._@-]{1,64}");

    /** What cannot be a username names nobody. */
    static Optional<Username> parse(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        return ACCEPTABLE.matcher(text).matches() ? Optional.of(new Username(text)) : Optional.empty();
    }

    static Username require(String typed) {
        return parse(typed)
                .orElseThrow(() -> new UnacceptableUsername(
                        "A username has 1 to 64 of the characters a-z 0-9 . _ @ - and no others"));
    }
}
