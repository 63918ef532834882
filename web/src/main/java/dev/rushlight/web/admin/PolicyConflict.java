package dev.rushlight.web.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.rushlight.review.PolicySummary;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;

/** Somebody saved the policy while it was being changed here: what they changed, and what to do about it. */
final class PolicyConflict extends Div {

    /**
     * @param before the text that both began with
     * @param theirs the text that was saved meanwhile
     */
    PolicyConflict(PolicySummary saved, String before, String theirs, Runnable overwrite, Runnable take) {
        addClassName("policy-conflict");
        setId("policy-conflict");
        var mine = new Button("Keep mine, on top of it", click -> overwrite.run());
        mine.setId("keep-mine");
        var other = new Button("Take theirs", click -> take.run());
        other.setId("take-theirs");
        add(
                new Banner(
                        Symbol.WARNING,
                        Tone.CARE,
                        "Not saved: %s saved revision %d meanwhile. What you typed is still here; this is what they changed."
                                .formatted(saved.createdBy(), saved.revision()),
                        mine,
                        other),
                new ChangedLines(before, theirs));
    }
}
