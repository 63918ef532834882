package dev.rushlight.tools.hub;

import java.math.BigDecimal;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A positive number of seconds, such as 30 or 0.5. */
final class Seconds implements ITypeConverter<Duration> {

    private static final BigDecimal MOST =
            BigDecimal.valueOf(Duration.ofDays(365).toSeconds());
    private static final BigDecimal LEAST = new BigDecimal("0.001");

    @Override
    public Duration convert(String text) {
        if (text.matches("[0-9]{1,9}([.][0-9]{1,3})?")) {
            var seconds = new BigDecimal(text);
            if (seconds.compareTo(LEAST) >= 0 && seconds.compareTo(MOST) <= 0) {
                return Duration.ofMillis(seconds.movePointRight(3).longValueExact());
            }
        }
        throw new TypeConversionException("'%s' is not a number of seconds from 0.001 to %s".formatted(text, MOST));
    }

    /** As a person says it. */
    static String text(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
