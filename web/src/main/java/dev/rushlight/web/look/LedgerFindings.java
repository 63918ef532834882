package dev.rushlight.web.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rushlight.ledger.Finding;
import dev.rushlight.ledger.LedgerReport;

/** What a check saw of the ledger, or of a part of it. */
public final class LedgerFindings extends Div {

    private static final int SHOWN = 20;

    /**
     * @param whole what was looked at, such as "The ledger"
     * @param counted how much of it there was
     */
    public LedgerFindings(String whole, LedgerReport report, String counted) {
        add(
                report.isClean()
                        ? new Banner(Symbol.APPROVE, Tone.GOOD, "%s is whole: %s".formatted(whole, counted))
                        : new Banner(Symbol.REJECT, Tone.BAD, "%s is not whole: %s".formatted(whole, counted)));
        var findings = new UnorderedList();
        findings.addClassName("findings");
        report.findings().stream()
                .limit(SHOWN)
                .map(Finding::sentence)
                .map(ListItem::new)
                .forEach(findings::add);
        var more = report.furtherFindings() + Math.max(0, report.findings().size() - SHOWN);
        if (more > 0) {
            findings.add(new ListItem("%,d more; ./rushlight ledger verify lists them".formatted(more)));
        }
        if (findings.getChildren().findAny().isPresent()) {
            add(findings);
        }
    }
}
