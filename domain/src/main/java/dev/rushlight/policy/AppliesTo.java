package dev.rushlight.policy;

import java.util.Set;

/**
 * Which work a stage or a choice of policy is for. An empty set means all; a name may end in {@code *}.
 *
 * @param kinds names of kinds, such as ASSET
 */
public record AppliesTo(Set<String> kinds, Set<String> projects, Set<String> steps) {

    public static final AppliesTo EVERYTHING = new AppliesTo(Set.of(), Set.of(), Set.of());

    static final int MOST_PATTERNS = 50;
    static final int LONGEST_PATTERN = 100;

    public AppliesTo {
        kinds = requireFit(kinds);
        projects = requireFit(projects);
        steps = requireFit(steps);
    }

    private static Set<String> requireFit(Set<String> patterns) {
        if (patterns.size() > MOST_PATTERNS
                || !patterns.stream().allMatch(pattern -> Words.fitOneLine(pattern, LONGEST_PATTERN))) {
            throw new IllegalArgumentException("Work is told apart by up to %d names of 1 to %d characters"
                    .formatted(MOST_PATTERNS, LONGEST_PATTERN));
        }
        return Set.copyOf(patterns);
    }

    public boolean matches(Work work) {
        return matches(kinds, work.kind())
                && matches(projects, work.project())
                && matches(steps, work.step().orElse(""));
    }

    private static boolean matches(Set<String> patterns, String value) {
        return patterns.isEmpty()
                || patterns.stream()
                        .anyMatch(pattern -> pattern.endsWith("*")
                                ? value.startsWith(pattern.substring(0, pattern.length() - 1))
                                : value.equals(pattern));
    }
}
