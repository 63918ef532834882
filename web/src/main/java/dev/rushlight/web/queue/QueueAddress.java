package dev.rushlight.web.queue;

import com.vaadin.flow.router.QueryParameters;
import dev.rushlight.review.Kind;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The filters of the queue as part of its address, so that a view of it can be linked to. */
final class QueueAddress {

    private QueueAddress() {}

    static QueueFilter read(QueryParameters parameters) {
        return new QueueFilter(
                parameters
                        .getSingleParameter("tab")
                        .flatMap(name -> find(QueueTab.values(), name))
                        .orElse(QueueTab.OPEN),
                parameters.getSingleParameter("project").filter(name -> !name.isBlank()),
                parameters.getSingleParameter("kind").flatMap(name -> find(Kind.values(), name)));
    }

    static QueryParameters write(QueueFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (filter.tab() != QueueTab.OPEN) {
            parameters.put("tab", lower(filter.tab()));
        }
        filter.kind().ifPresent(kind -> parameters.put("kind", lower(kind)));
        filter.project().ifPresent(name -> parameters.put("project", name));
        return QueryParameters.simple(parameters);
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values).filter(value -> lower(value).equals(name)).findAny();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
