package dev.rushlight.policy;

import java.util.Set;

/**
 * Somebody who may be asked, as a policy sees them.
 *
 * @param roles every role that this person's role includes, by name; none for guests and bots, whom no role selects
 * @param functions what this person is in production
 */
public record Member(String username, Set<String> roles, Set<String> functions) {

    /** The role whose rejection sticks. */
    static final String LEAD = "LEAD";

    public Member {
        roles = Set.copyOf(roles);
        functions = Set.copyOf(functions);
    }

    boolean isLead() {
        return roles.contains(LEAD);
    }

    boolean hasAnyOf(Set<String> named) {
        return functions.stream().anyMatch(named::contains);
    }
}
