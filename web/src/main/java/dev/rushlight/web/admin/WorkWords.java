package dev.rushlight.web.admin;

import dev.rushlight.policy.AppliesTo;
import dev.rushlight.review.Kind;
import dev.rushlight.web.look.Appearance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which work a rule is for, in one line. */
final class WorkWords {

    private WorkWords() {}

    /** @param afterOthers whether rules before it have taken their part, so that it is for the rest */
    static String of(AppliesTo work, boolean afterOthers) {
        if (work.equals(AppliesTo.EVERYTHING)) {
            return afterOthers ? "Everything else" : "Everything";
        }
        var parts = new ArrayList<String>();
        parts.add(
                work.kinds().isEmpty()
                        ? "All work"
                        : or(work.kinds().stream().map(WorkWords::kind).toList()));
        if (!work.projects().isEmpty()) {
            parts.add("in " + or(work.projects()));
        }
        if (!work.steps().isEmpty()) {
            parts.add("at step " + or(work.steps()));
        }
        return String.join(" ", parts);
    }

    private static String kind(String name) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .map(kind -> Appearance.of(kind).word() + "s")
                .orElse(name);
    }

    private static String or(Set<String> names) {
        return or(List.copyOf(names));
    }

    private static String or(List<String> names) {
        return String.join(" or ", names.stream().sorted().toList());
    }
}
