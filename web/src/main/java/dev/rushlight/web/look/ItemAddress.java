package dev.rushlight.web.look;

import com.vaadin.flow.router.QueryParameters;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.ReviewSessionId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The address of an item's page: which version and which notes to show, and where somebody came to it from. */
public final class ItemAddress {

    private static final String FROM = "from";
    private static final String REVIEW_SESSION = "session";
    private static final String VERSION = "version";
    private static final String NOTES = "notes";

    private ItemAddress() {}

    public static String of(ReviewItemId id, QueueFilter from) {
        var parameters = parameters(from).getQueryString();
        return parameters.isEmpty() ? Pages.item(id) : Pages.item(id) + "?" + parameters;
    }

    public static QueryParameters parameters(QueueFilter from) {
        return parameters(Origin.of(from));
    }

    public static QueryParameters parameters(Origin from) {
        return parameters(from, OptionalInt.empty(), "");
    }

    /**
     * @param version the one to show, if it is not the one that is shown to those who come this way
     * @param notes which notes to show; empty for all
     */
    public static QueryParameters parameters(Origin from, OptionalInt version, String notes) {
        Map<String, String> parameters = new LinkedHashMap<>();
        version.ifPresent(number -> parameters.put(VERSION, Integer.toString(number)));
        from.reviewSession().ifPresent(id -> parameters.put(REVIEW_SESSION, id.toString()));
        if (!from.queue().equals(Origin.USUAL.queue())) {
            parameters.put(FROM, QueueAddress.write(from.queue()).getQueryString());
        }
        if (!notes.isEmpty()) {
            parameters.put(NOTES, notes);
        }
        return QueryParameters.simple(parameters);
    }

    public static Origin from(QueryParameters parameters) {
        return new Origin(
                QueueAddress.read(QueryParameters.fromString(
                        parameters.getSingleParameter(FROM).orElse(""))),
                parameters.getSingleParameter(REVIEW_SESSION).flatMap(ReviewSessionId::parse));
    }

    public static String notes(QueryParameters parameters) {
        return parameters.getSingleParameter(NOTES).orElse("");
    }

    public static OptionalInt version(QueryParameters parameters) {
        return parameters
                .getSingleParameter(VERSION)
                .filter(text -> text.matches("\\d{1,7}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }
}
