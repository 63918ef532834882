package dev.rushlight.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A policy as a person would say it, for whoever chooses or changes one. */
public final class PolicyProse {

    private PolicyProse() {}

    /** One sentence for each stage, in their order. */
    public static List<String> stages(Policy policy) {
        var sentences = new ArrayList<String>();
        for (var stage : policy.stages()) {
            var turn = sentences.isEmpty() ? "" : stage.parallel() ? "At the same time " : "Then ";
            sentences.add("%s%s: %s.".formatted(turn, stage.name(), asked(stage)));
        }
        return sentences;
    }

    /** What holds whatever the stages ask for, the usual as well as the unusual. */
    public static List<String> rules(Policy policy) {
        return Stream.of(
                        "A lead's rejection is a veto.",
                        policy.allowSelfApproval()
                                ? "Who submitted may approve, if they are asked."
                                : "The vote of who submitted does not count.",
                        policy.abstainAllowed() ? "Who is asked may abstain." : "Nobody may abstain.",
                        policy.requireNoOpenBlockers()
                                ? "Open blocking notes have to be resolved first."
                                : "Open blocking notes do not keep work from being approved.",
                        onNewVersion(policy.onNewVersion()),
                        overriding(policy.overrideRoles()),
                        policy.grace()
                                .map(time -> time.isZero()
                                        ? "Hubs hear of a decision at once."
                                        : "A decision can be undone for %s.".formatted(time(time)))
                                .orElse(""),
                        due(policy))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String asked(Stage stage) {
        return Sentence.of(mode(stage), looking(stage), blocking(stage), work(stage.appliesTo()));
    }

    private static String mode(Stage stage) {
        var asked = everybody(stage);
        return switch (stage.mode()) {
            case ANY -> "the latest vote of %s decides".formatted(anyOf(stage));
            case ALL -> isOnePerson(stage) ? asked + " has to approve" : "all of %s have to approve".formatted(asked);
            case QUORUM -> stage.quorum().orElseThrow().inWords() + " of %s have to approve".formatted(asked);
            case LEAD ->
                isLeadsAlone(stage) ? "a lead has to approve" : "a lead among %s has to approve".formatted(asked);
            case LABEL ->
                "the latest vote of %s under the label %s decides"
                        .formatted(anyOf(stage), stage.label().orElseThrow());
        };
    }

    private static String anyOf(Stage stage) {
        return isOnePerson(stage) ? everybody(stage) : "any of " + everybody(stage);
    }

    private static String everybody(Stage stage) {
        return and(stage.reviewers().stream().map(PolicyProse::who).toList());
    }

    private static boolean isOnePerson(Stage stage) {
        return stage.reviewers().size() == 1 && stage.reviewers().get(0).kind() == Selector.Kind.USER;
    }

    private static boolean isLeadsAlone(Stage stage) {
        return stage.reviewers().equals(List.of(Selector.role(Member.LEAD)));
    }

    private static String who(Selector selector) {
        return switch (selector.kind()) {
            case USER -> selector.name();
            case FUNCTION -> "those who are " + selector.name();
            case ROLE -> "the %ss".formatted(selector.name().toLowerCase(Locale.ROOT));
            case SUBMISSION -> "the reviewers named by the submitter";
        };
    }

    private static String looking(Stage stage) {
        return stage.requireSeen() ? "an approval counts only from somebody who looked" : "";
    }

    private static String blocking(Stage stage) {
        return stage.blockingFunctions().isEmpty()
                ? ""
                : "whoever is %s has a veto, and their request for changes counts even if they are not asked"
                        .formatted(or(stage.blockingFunctions()));
    }

    /** Such as "only for kind ASSET and step comp"; nothing if it is for all work. */
    private static String work(AppliesTo work) {
        var parts = Stream.of(
                        named("kind", work.kinds()), named("project", work.projects()), named("step", work.steps()))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? "" : "only for " + and(parts);
    }

    private static String named(String what, Set<String> names) {
        return names.isEmpty() ? "" : what + " " + or(names);
    }

    private static String onNewVersion(OnNewVersion rule) {
        return switch (rule) {
            case RESET -> "On a new version everybody looks anew.";
            case COPY_APPROVALS -> "Approvals go on to a new version that shows the same picture.";
            case KEEP_VETO -> "A veto sticks to new versions until it is lifted.";
        };
    }

    private static String overriding(Set<String> roles) {
        if (roles.isEmpty()) {
            return "Nobody may override.";
        }
        var words = and(roles.stream()
                .map(role -> role.toLowerCase(Locale.ROOT) + "s")
                .sorted()
                .toList());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + " may override.";
    }

    private static String due(Policy policy) {
        return policy.dueIn()
                .map(time -> "Reviewers have %s%s."
                        .formatted(
                                time(time),
                                policy.escalateTo()
                                        .map(whom -> "; then %s asked as well"
                                                .formatted(
                                                        whom.kind() == Selector.Kind.USER
                                                                ? whom.name() + " is"
                                                                : who(whom) + " are"))
                                        .orElse("")))
                .orElse("");
    }

    private static String time(Duration time) {
        return PolicyText.text(time);
    }

    private static String and(List<String> words) {
        return joined(words, "and");
    }

    private static String or(Collection<String> words) {
        return joined(words.stream().sorted().toList(), "or");
    }

    private static String joined(List<String> words, String last) {
        var size = words.size();
        return size < 2
                ? String.join("", words)
                : "%s %s %s".formatted(Sentence.names(words.subList(0, size - 1)), last, words.get(size - 1));
    }
}
