package dev.rushlight.web.item;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.rushlight.audit.AuditDesk;
import dev.rushlight.people.Role;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.LedgerFindings;
import dev.rushlight.web.look.Symbol;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets administrators verify what the ledger holds of an item, and gives them the certificate of its newest decision, as a
 * file that can be verified anywhere.
 */
@Dependent
public class HistoryProof extends Div {

    private final AuditDesk audit;
    private final CurrentPerson current;
    private final Anchor certificate = new Anchor(this::write, AttachmentType.DOWNLOAD, "Download certificate");
    private final Div about =
            new Div("The certificate proves to others, without this server, what was decided; it shows"
                    + " all that was said.");
    private final Div result = new Div();
    private Optional<ReviewItemDetail> shown = Optional.empty();

    @Inject
    public HistoryProof(AuditDesk audit, CurrentPerson current) {
        this.audit = audit;
        this.current = current;
        addClassName("history-proof");
        var verify = new Button("Verify", new Glyph(Symbol.SEARCH), click -> verify());
        verify.setId("verify-history");
        certificate.setId("certificate");
        certificate.addClassName("button-link");
        var buttons = new Div(verify, certificate);
        buttons.addClassName("buttons");
        about.addClassName("soft");
        result.setId("history-result");
        add(buttons, about, result);
        setVisible(false);
    }

    /** What was found holds until something happens to the item. */
    void show(ReviewItemDetail item) {
        setVisible(current.require().role() == Role.ADMIN);
        var isDecided = !item.decisions().isEmpty();
        certificate.setVisible(isDecided);
        about.setVisible(isDecided);
        if (!shown.equals(Optional.of(item))) {
            shown = Optional.of(item);
            result.removeAll();
        }
    }

    private ReviewItemId item() {
        return shown.orElseThrow().id();
    }

    private void verify() {
        var report = audit.verifyLine(current.require(), item().value());
        var entries = report.entries();
        result.removeAll();
        result.add(new LedgerFindings(
                "The history", report, entries == 1 ? "one entry" : "%,d entries".formatted(entries)));
    }

    /** What is written is complete before anything is sent: a reader who is slow keeps no transaction open. */
    private void write(DownloadEvent event) throws IOException {
        var item = item();
        var written = new ByteArrayOutputStream();
        audit.certify(current.require(), item.value(), written);
        event.setFileName("certificate-%s.json".formatted(item));
        event.setContentType("application/json");
        event.setContentLength(written.size());
        written.writeTo(event.getOutputStream());
    }
}
