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
    private final Div buttons = new Div();
    private final Div about =
            new Div("The certificate proves to others, without this server, what was decided; it shows"
                    + " all that was said.");
    private final Div result = new Div();
    private Optional<ReviewItemId> shown = Optional.empty();

    @Inject
    public HistoryProof(AuditDesk audit, CurrentPerson current) {
        this.audit = audit;
        this.current = current;
        addClassName("history-proof");
        buttons.addClassName("buttons");
        about.addClassName("soft");
        result.setId("history-result");
        add(buttons, about, result);
        setVisible(false);
    }

    void show(ReviewItemDetail item) {
        setVisible(current.require().role() == Role.ADMIN);
        if (!shown.equals(Optional.of(item.id()))) {
            shown = Optional.of(item.id());
            buttons.removeAll();
            buttons.add(verify(item.id()), certificate(item.id()));
            result.removeAll();
        }
        var decided = !item.decisions().isEmpty();
        buttons.getChildren().skip(1).forEach(link -> link.setVisible(decided));
        about.setVisible(decided);
    }

    private Button verify(ReviewItemId item) {
        var verify = new Button("Verify", new Glyph(Symbol.SEARCH), click -> {
            result.removeAll();
            result.add(findings(item));
        });
        verify.setId("verify-history");
        return verify;
    }

    private LedgerFindings findings(ReviewItemId item) {
        var report = audit.verifyLine(current.require(), item.value());
        var entries = report.entries();
        return new LedgerFindings("The history", report, entries == 1 ? "one entry" : "%,d entries".formatted(entries));
    }

    private Anchor certificate(ReviewItemId item) {
        var link = new Anchor(event -> write(event, item), AttachmentType.DOWNLOAD, "Download certificate");
        link.setId("certificate");
        link.addClassName("button-link");
        return link;
    }

    /** What is written is complete before anything is sent: a reader who is slow keeps no transaction open. */
    private void write(DownloadEvent event, ReviewItemId item) throws IOException {
        var certificate = new ByteArrayOutputStream();
        audit.certify(current.require(), item.value(), certificate);
        event.setFileName("certificate-%s.json".formatted(item));
        event.setContentType("application/json");
        event.setContentLength(certificate.size());
        certificate.writeTo(event.getOutputStream());
    }
}
