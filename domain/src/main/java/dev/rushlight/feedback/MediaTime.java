package dev.rushlight.feedback;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Seconds since the first frame of a medium, as an exact fraction in lowest terms. */
public record MediaTime(long numerator, long denominator) {

    private static final int NANOSECONDS = 9;

    public MediaTime {
        if (denominator < 1) {
            throw new IllegalArgumentException(
                    "A fraction of seconds needs a positive denominator, not " + denominator);
        }
        var common = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        numerator /= common;
        denominator /= common;
    }

    /** What a player tells, to the nanosecond. */
    public static MediaTime of(BigDecimal seconds) {
        return new MediaTime(
                seconds.setScale(NANOSECONDS, RoundingMode.HALF_UP)
                        .movePointRight(NANOSECONDS)
                        .longValueExact(),
                1_000_000_000L);
    }
}
