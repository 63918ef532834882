package dev.rushlight.tools.demo;

import java.util.Optional;
import java.util.regex.Pattern;

/** A part of a file that a client asked for, from its first to its last byte. */
record ByteRange(int first, int last) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

    /** Whether the header asks for one part; anything else, such as several parts, is answered with the whole file. */
    static boolean isOne(String header) {
        var matcher = SINGLE.matcher(header.strip());
        return matcher.matches()
                && !(matcher.group(1).isEmpty() && matcher.group(2).isEmpty());
    }

    /** The part of a file of the given size, or nothing when it lies outside. */
    static Optional<ByteRange> of(String header, int size) {
        var matcher = SINGLE.matcher(header.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var from = matcher.group(1);
        var to = matcher.group(2);
        var first = from.isEmpty() ? Math.max(0, size - Integer.parseInt(to)) : Integer.parseInt(from);
        var last = from.isEmpty() || to.isEmpty() ? size - 1 : Math.min(size - 1, Integer.parseInt(to));
        return first <= last && first < size ? Optional.of(new ByteRange(first, last)) : Optional.empty();
    }

    int length() {
        return last - first + 1;
    }

    String contentRange(int size) {
        return "bytes %s-%s/%s".formatted(first, last, size);
    }
}
