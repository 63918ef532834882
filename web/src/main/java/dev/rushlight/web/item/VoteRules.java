package dev.rushlight.web.item;

import dev.rushlight.policy.Choice;
import dev.rushlight.policy.StageTurn;
import dev.rushlight.review.Briefing;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.look.Appearance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What holds for a vote on this version, said before anybody runs into it. */
record VoteRules(VersionDetail version, Briefing briefing) {

    boolean needsReason(Choice choice) {
        return version.needsReason(choice);
    }

    boolean allows(Choice choice) {
        return choice != Choice.ABSTAIN || briefing.abstainAllowed();
    }

    /** As it stands below the field. */
    String aboutTheReason() {
        var needing = Stream.of(Choice.values())
                .filter(this::needsReason)
                .map(choice -> Appearance.of(choice).word())
                .toList();
        return needing.size() == 1
                ? "Only %s needs one: the open notes say the rest".formatted(needing.get(0))
                : "Needed for everything but Approve" + (briefing.abstainAllowed() ? " and Abstain" : "");
    }

    List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (version.isFinal()) {
            remarks.add("The outcome is final. A vote now is kept as a late one, and changes nothing.");
        }
        if (version.aside().isPresent() && !version.outcome().isClosed()) {
            remarks.add("It is on hold: votes are kept, and count once it goes on.");
        }
        var blockers = version.openBlockers();
        if (briefing.needsNoOpenBlockers() && blockers > 0) {
            remarks.add("%s open: it can be approved once %s resolved."
                    .formatted(
                            blockers == 1 ? "1 blocking note is" : blockers + " blocking notes are",
                            blockers == 1 ? "that is" : "they are"));
        }
        if (!briefing.standsInFor().isEmpty()) {
            remarks.add("You vote for %s as well.".formatted(String.join(" and ", briefing.standsInFor())));
        }
        return remarks;
    }

    boolean isAsked() {
        return briefing.turns().stream().anyMatch(StageTurn::asksViewer);
    }
}
