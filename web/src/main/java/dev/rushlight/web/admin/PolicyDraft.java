package dev.rushlight.web.admin;

import dev.rushlight.policy.MalformedPolicy;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.PolicyText;
import jakarta.json.Json;
import java.util.Optional;

/** A policy that is being changed, as text that may be none just now. Confined to the page's lock. */
final class PolicyDraft {

    private final String id;
    private final String saved;
    private int basedOn;
    private String text;
    private Optional<Policy> policy = Optional.empty();
    private String complaint = "";

    private PolicyDraft(String id, int basedOn, String saved, String text) {
        this.id = id;
        this.basedOn = basedOn;
        this.saved = saved;
        this.text = text;
        type(text);
    }

    static PolicyDraft of(Policy saved) {
        var text = PolicyText.write(saved);
        return new PolicyDraft(saved.id(), saved.revision(), text, text);
    }

    /** Of a policy that is not saved yet. */
    static PolicyDraft from(String id, String name, Policy model) {
        var json = Json.createObjectBuilder();
        PolicyText.json(model).forEach((field, value) -> {
            if (field.equals("name")) {
                json.add(field, name);
            } else {
                json.add(field, value);
            }
        });
        return new PolicyDraft(id, 0, "", PolicyText.layOut(json.build()));
    }

    void type(String typed) {
        text = typed;
        try {
            policy = Optional.of(PolicyText.read(id, basedOn + 1, typed));
            complaint = "";
        } catch (MalformedPolicy notYet) {
            policy = Optional.empty();
            complaint = String.valueOf(notYet.getMessage());
        }
    }

    /** From now on it is meant to follow a later revision. */
    void follow(int revision) {
        basedOn = revision;
        type(text);
    }

    String id() {
        return id;
    }

    /** 0 if it was never saved. */
    int basedOn() {
        return basedOn;
    }

    String text() {
        return text;
    }

    /** As it was when the change began. */
    String saved() {
        return saved;
    }

    boolean isChanged() {
        return !text.equals(saved);
    }

    Optional<Policy> policy() {
        return policy;
    }

    /** Why it is no policy; empty if it is one. */
    String complaint() {
        return complaint;
    }
}
