package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What people ask of the queue that {@link QueueFill} fills, for what measures the answers. */
final class QueueQuestions {

    static final Map<String, QueueFilter> TABS = new LinkedHashMap<>();
    static final Map<String, QueueFilter> NARROWED = new LinkedHashMap<>();
    static final Map<String, QueueFilter> SEARCHES = new LinkedHashMap<>();

    /** Grow with the number of items, but only up to a bound. */
    static final Set<String> BOUNDED =
            Set.of("two common words that are never together", "a word and the beginning of words");

    static {
        var all = QueueFilter.of(QueueTab.ALL);
        var needsMe = QueueFilter.of(QueueTab.NEEDS_ME);
        TABS.put("needs me", needsMe);
        TABS.put("waiting for others", QueueFilter.of(QueueTab.WAITING));
        TABS.put("my submissions", QueueFilter.of(QueueTab.MINE));
        TABS.put("open", QueueFilter.of(QueueTab.OPEN));
        TABS.put("all", all);
        TABS.put("open in a project", QueueFilter.of(QueueTab.OPEN).in(QueueFill.PROJECT));

        NARROWED.put("a kind", all.of(Kind.TASK));
        NARROWED.put("an outcome", all.standing(Outcome.REJECTED));
        NARROWED.put(
                "four outcomes",
                all.standing(
                        Outcome.APPROVED, Outcome.APPROVED_WITH_NOTES, Outcome.CHANGES_REQUESTED, Outcome.REJECTED));
        NARROWED.put("project and submitter", all.in(QueueFill.PROJECT).by("artist7"));
        NARROWED.put(
                "project, kind, outcome and submitter",
                all.in(QueueFill.PROJECT)
                        .of(Kind.TASK)
                        .standing(Outcome.PENDING)
                        .by("artist7"));
        NARROWED.put(
                "open, of a kind, by somebody",
                QueueFilter.of(QueueTab.OPEN).of(Kind.TASK).by("artist7"));
        NARROWED.put("needs me in a project", needsMe.in(QueueFill.PROJECT));
        NARROWED.put("needs me in a small project", needsMe.in(QueueFill.SMALL_PROJECT));
        NARROWED.put("needs me, of a kind", needsMe.of(Kind.TASK));

        SEARCHES.put("a rare word", all.with(QueueFill.RARE_WORD));
        SEARCHES.put("a common word", all.with(QueueFill.COMMON_WORD));
        SEARCHES.put("two words", all.with(QueueFill.COMMON_WORD + " " + QueueFill.OTHER_WORD));
        SEARCHES.put("a common and a rare word", all.with(QueueFill.RARE_WORD + " " + QueueFill.COMMON_WORD));
        SEARCHES.put("two common words that are never together", all.with(String.join(" ", QueueFill.WORDS_APART)));
        SEARCHES.put("the beginning of words", all.with(QueueFill.BEGINNING));
        SEARCHES.put("a word and the beginning of words", all.with(QueueFill.COMMON_WORD + " " + QueueFill.BEGINNING));
        SEARCHES.put(
                "a word in a small project", all.with(QueueFill.COMMON_WORD).in(QueueFill.SMALL_PROJECT));
        SEARCHES.put("a word and an outcome", all.with(QueueFill.COMMON_WORD).standing(Outcome.CHANGES_REQUESTED));
        SEARCHES.put("a word in what needs me", needsMe.with(QueueFill.COMMON_WORD));
    }

    private QueueQuestions() {}
}
