package dev.rushlight.web.look;

import com.vaadin.flow.router.QueryParameters;
import dev.rushlight.review.Kind;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The filters of the queue as part of its address, so that a view of it can be linked to and saved. What means nothing
 * counts as not being there.
 */
public final class QueueAddress {

    private static final int LONGEST = 200;

    private QueueAddress() {}

    public static QueueFilter read(QueryParameters parameters) {
        var tab = parameters.getSingleParameter("tab").orElse("");
        // These two were tabs once; links to them are about.
        var isOutcome = tab.equals("open") || tab.equals("decided");
        return new QueueFilter(
                isOutcome ? QueueTab.ALL : find(QueueTab.values(), tab).orElse(QueueTab.NEEDS_ME),
                text(parameters, "project"),
                parameters.getSingleParameter("kind").flatMap(name -> find(Kind.values(), name)),
                (isOutcome ? Optional.of(tab) : parameters.getSingleParameter("outcome"))
                        .flatMap(OutcomeChoice::named)
                        .map(OutcomeChoice::outcomes)
                        .orElse(Set.of()),
                text(parameters, "by"),
                text(parameters, "q"));
    }

    public static QueryParameters write(QueueFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (filter.tab() != QueueTab.NEEDS_ME) {
            parameters.put("tab", lower(filter.tab()));
        }
        filter.kind().ifPresent(kind -> parameters.put("kind", lower(kind)));
        OutcomeChoice.of(filter.outcomes()).ifPresent(choice -> parameters.put("outcome", choice.name()));
        filter.project().ifPresent(name -> parameters.put("project", name));
        filter.submitter().ifPresent(name -> parameters.put("by", name));
        filter.text().ifPresent(words -> parameters.put("q", words));
        return QueryParameters.simple(parameters);
    }

    /** Everything that nobody decided yet. */
    public static QueueFilter open() {
        return read(QueryParameters.of("tab", "open"));
    }

    /** What was typed, if anything; no longer than what it could be compared with. */
    public static Optional<String> typed(String text) {
        var typed = text.strip();
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed.substring(0, Math.min(LONGEST, typed.length())));
    }

    private static Optional<String> text(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).flatMap(QueueAddress::typed);
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values).filter(value -> lower(value).equals(name)).findAny();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
