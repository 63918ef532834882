package dev.rushlight.web.admin;

import com.vaadin.flow.component.HasValidation;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is wrong with a policy, and where: the place that the message begins with, such as {@code stages[1].quorum}.
 *
 * @param path where, seen from whoever holds the complaint
 * @param what the rest of the message
 */
record Complaint(String path, String what) {

    private static final Pattern MESSAGE =
            Pattern.compile("([A-Za-z]+(?:\\[\\d+]|\\.[A-Za-z]+)*) (.+)", Pattern.DOTALL);

    static Complaint of(String message) {
        var parts = MESSAGE.matcher(message);
        return parts.matches() ? new Complaint(parts.group(1), parts.group(2)) : new Complaint("", message);
    }

    boolean isAt(String place) {
        return path.equals(place) || path.startsWith(place + ".") || path.startsWith(place + "[");
    }

    /** The same, seen from there. */
    Complaint within(String place) {
        return new Complaint(path.substring(Math.min(path.length(), place.length() + 1)), what);
    }

    /** Says it at the field whose place it is. */
    boolean sayAt(Map<String, ? extends HasValidation> fields) {
        var field = fields.entrySet().stream()
                .filter(entry -> isAt(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        field.ifPresent(found -> {
            found.setErrorMessage(what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1));
            found.setInvalid(true);
        });
        return field.isPresent();
    }
}
