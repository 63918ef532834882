package dev.rushlight.web.item;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.rushlight.audit.AuditDesk;
import dev.rushlight.people.Role;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Gives administrators the certificate of an item's newest decision, as a file that can be verified anywhere. */
@Dependent
public class CertificateLink extends Div {

    private final AuditDesk audit;
    private final CurrentPerson current;
    private Optional<ReviewItemId> shown = Optional.empty();

    @Inject
    public CertificateLink(AuditDesk audit, CurrentPerson current) {
        this.audit = audit;
        this.current = current;
        addClassName("certificate");
        setVisible(false);
    }

    void show(ReviewItemDetail item) {
        setVisible(current.require().role() == Role.ADMIN && !item.decisions().isEmpty());
        if (!shown.equals(Optional.of(item.id()))) {
            shown = Optional.of(item.id());
            var about = new Div("Proves to others, without this server, what was decided; it shows all that was said.");
            about.addClassName("soft");
            removeAll();
            add(link(item.id()), about);
        }
    }

    private Anchor link(ReviewItemId item) {
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
