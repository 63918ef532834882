package dev.rushlight.ledger;

import java.util.UUID;

/** A range of lines, both ends included, in the order of their ids as text, which is that of both databases. */
record Lines(UUID from, UUID to) {

    static final Lines ALL = new Lines(new UUID(0, 0), new UUID(-1, -1));

    static Lines only(UUID line) {
        return new Lines(line, line);
    }

    Lines upTo(UUID line) {
        return new Lines(from, line);
    }

    /** What is left behind a line that is not the last. */
    Lines behind(UUID line) {
        var low = line.getLeastSignificantBits() + 1;
        var high = line.getMostSignificantBits() + (low == 0 ? 1 : 0);
        return new Lines(new UUID(high, low), to);
    }
}
