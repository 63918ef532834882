package dev.rushlight.review;

import dev.rushlight.policy.Policy;
import dev.rushlight.policy.PolicyText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One revision of a policy as it was saved; it never changes, because versions are pinned to it. */
@Entity
@Table(schema = "review", name = "policy_revision")
class PolicyRevision {

    @Id
    private UUID id;

    @Column(name = "policy_id")
    private String policyId;

    private int revision;
    private String name;
    private String definition;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected PolicyRevision() {} // for JPA

    PolicyRevision(Policy policy, String by, Instant now) {
        this.id = UUID.randomUUID();
        this.policyId = policy.id();
        this.revision = policy.revision();
        this.name = policy.name();
        this.definition = PolicyText.write(policy);
        this.createdAt = now;
        this.createdBy = by;
    }

    Policy policy() {
        return PolicyText.read(policyId, revision, definition);
    }

    PolicySummary summary() {
        return new PolicySummary(policyId, revision, name, createdAt, createdBy);
    }
}
