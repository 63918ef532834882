package dev.rushlight.web.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The value of a task's field: as it was given, as it is read, and how far it is from another one. */
record FieldValue(String given) {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,6})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}\\S{0,20}");

    /** Such names belong to numbers that name something: nobody reads them as amounts. */
    private static final Pattern NAMING =
            Pattern.compile("\\b(id|no|nr|number|ticket|code|key|version|frames?|range|port|year)\\b");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private static final BigDecimal FEW_DIGITS = BigDecimal.valueOf(10_000);

    /** Dates in words and great amounts in groups of digits; everything else as it was given. */
    String readable(String name) {
        return date().map(DAY::format)
                .or(() -> moment().map(at -> MINUTE.format(at.withOffsetSameInstant(ZoneOffset.UTC))))
                .or(() -> number().filter(amount -> amount.abs().compareTo(FEW_DIGITS) >= 0)
                        .filter(amount ->
                                !NAMING.matcher(name.toLowerCase(Locale.ROOT)).find())
                        .map(FieldValue::grouped))
                .orElse(given);
    }

    /** How far this is from what it was before, if both are dates or both are numbers. */
    Optional<String> since(FieldValue before) {
        var days = date().flatMap(now -> before.date().map(then -> ChronoUnit.DAYS.between(then, now)));
        if (days.isPresent()) {
            return days.filter(count -> count != 0)
                    .map(count -> "%d %s %s"
                            .formatted(
                                    Math.abs(count),
                                    Math.abs(count) == 1 ? "day" : "days",
                                    count > 0 ? "later" : "earlier"));
        }
        return number().flatMap(now -> before.number()
                .map(now::subtract)
                .filter(change -> change.signum() != 0)
                .map(change -> (change.signum() > 0 ? "+" : "−")
                        + grouped(change.abs())
                        + percent(change, before.number().orElseThrow())));
    }

    private static String grouped(BigDecimal amount) {
        return String.format(Locale.ENGLISH, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }

    private static String percent(BigDecimal change, BigDecimal before) {
        if (before.signum() == 0) {
            return "";
        }
        var percent = change.abs().movePointRight(2).divide(before.abs(), 0, RoundingMode.HALF_UP);
        return percent.signum() == 0 ? "" : " (%s %%)".formatted(percent.toPlainString());
    }

    private Optional<BigDecimal> number() {
        return parsed(NUMBER, BigDecimal::new);
    }

    private Optional<LocalDate> date() {
        return parsed(DATE, LocalDate::parse);
    }

    private Optional<OffsetDateTime> moment() {
        return parsed(MOMENT, OffsetDateTime::parse);
    }

    private <T> Optional<T> parsed(Pattern pattern, Function<String, T> parse) {
        if (!pattern.matcher(given).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(given));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
