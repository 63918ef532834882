package dev.rushlight.review;

import dev.rushlight.policy.AppliesTo;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;

/** One row of the list that says which policy applies: the first that matches. */
@Entity
@Table(schema = "review", name = "policy_choice")
class PolicyChoice {

    static final int FIRST = 1;

    @Id
    private int position;

    private String kinds;
    private String projects;
    private String steps;

    @Column(name = "policy_id")
    private String policyId;

    @SuppressWarnings("NullAway.Init")
    protected PolicyChoice() {} // for JPA

    PolicyChoice(int position, PolicyRule rule) {
        this.position = position;
        this.kinds = HistoryText.writeNames(rule.work().kinds());
        this.projects = HistoryText.writeNames(rule.work().projects());
        this.steps = HistoryText.writeNames(rule.work().steps());
        this.policyId = rule.policy();
    }

    PolicyRule rule() {
        return new PolicyRule(new AppliesTo(names(kinds), names(projects), names(steps)), policyId);
    }

    private static Set<String> names(String text) {
        return Set.copyOf(HistoryText.readNames(text));
    }
}
