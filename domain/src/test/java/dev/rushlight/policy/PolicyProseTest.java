package dev.rushlight.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyProseTest {

    @Test
    void thePolicyThatShipsReadsAsItIs() {
        var policy = Policy.firstThatShips();

        assertThat(PolicyProse.stages(policy))
                .containsExactly("Review: the latest vote of any of the reviewers decides.");
        assertThat(PolicyProse.rules(policy))
                .containsExactly(
                        "A lead's rejection is a veto.",
                        "Who submitted may approve, if they are asked.",
                        "Who is asked may abstain.",
                        "Open blocking notes have to be resolved first.",
                        "On a new version everybody looks anew.",
                        "Leads may override.");
    }

    @Test
    void eachStageSaysWhenWhomAndHowMany() {
        var policy = read("""
                {"name": "Everything", "stages": [
                  {"name": "Team", "mode": "QUORUM", "quorum": "50%", "reviewers": ["role:REVIEWER", "user:maria"],
                   "requireSeen": true},
                  {"name": "Check", "mode": "LABEL", "label": "qc:black", "reviewers": ["user:qc"], "parallel": true},
                  {"name": "Peers", "mode": "QUORUM", "quorum": 2, "reviewers": ["submission:reviewers"]},
                  {"name": "Tom", "mode": "ALL", "reviewers": ["user:tom"]},
                  {"name": "Client", "mode": "ALL", "reviewers": ["function:client"],
                   "blockingFunctions": ["producer", "art_director"],
                   "appliesTo": {"kinds": ["ASSET"], "steps": ["comp", "light*"]}},
                  {"name": "Lead", "mode": "LEAD", "reviewers": ["role:LEAD"]},
                  {"name": "Head", "mode": "LEAD", "reviewers": ["function:vfx_supervisor"]}]}
                """);

        assertThat(PolicyProse.stages(policy))
                .containsExactly(
                        "Team: 50% of the reviewers and maria have to approve;"
                                + " an approval counts only from somebody who looked.",
                        "At the same time Check: the latest vote of qc under the label qc:black decides.",
                        "Then Peers: 2 of the reviewers named by the submitter have to approve.",
                        "Then Tom: tom has to approve.",
                        "Then Client: all of those who are client have to approve; whoever is art_director or producer"
                                + " has a veto, and their request for changes counts even if they are not asked;"
                                + " only for kind ASSET and step comp or light*.",
                        "Then Lead: a lead has to approve.",
                        "Then Head: a lead among those who are vfx_supervisor has to approve.");
    }

    @Test
    void whatIsUnusualIsSaid() {
        var policy = read("""
                {"name": "Strict", "stages": [{"name": "A", "mode": "ANY", "reviewers": ["user:tom"]}],
                 "abstainAllowed": false, "requireNoOpenBlockers": false, "onNewVersion": "KEEP_VETO",
                 "overrideRoles": ["LEAD", "ADMIN"], "grace": "90s", "dueIn": "2d", "escalateTo": "role:LEAD"}
                """);

        assertThat(PolicyProse.stages(policy)).containsExactly("A: the latest vote of tom decides.");
        assertThat(PolicyProse.rules(policy))
                .contains(
                        "The vote of who submitted does not count.",
                        "Nobody may abstain.",
                        "Open blocking notes do not keep work from being approved.",
                        "A veto sticks to new versions until it is lifted.",
                        "Admins and leads may override.",
                        "A decision can be undone for 90s.",
                        "Reviewers have 2d; then the leads are asked as well.");
    }

    private static Policy read(String text) {
        return PolicyText.read("some", 1, text);
    }
}
