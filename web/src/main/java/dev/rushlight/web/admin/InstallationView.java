package dev.rushlight.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.rushlight.audit.AuditDesk;
import dev.rushlight.audit.LedgerExport;
import dev.rushlight.installation.Installation;
import dev.rushlight.ledger.ExportFormat;
import dev.rushlight.ledger.LedgerFilter;
import dev.rushlight.ledger.LedgerReport;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.LedgerFindings;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the data of this installation is and what it survives, and whether the record of who did what is whole. */
@Route(value = Pages.INSTALLATION, layout = MainLayout.class)
@PageTitle("Installation · Rushlight")
@CssImport("./rush/admin.css")
@RolesAllowed("ADMIN")
public class InstallationView extends Main implements BeforeEnterObserver {

    private static final Logger LOG = Logger.getLogger(InstallationView.class.getName());

    private final Installation installation;
    private final CurrentPerson current;
    private final AuditDesk audit;
    private final LedgerExport export;
    private final BackgroundWork background;
    private final Button verify = new Button("Verify now", new Glyph(Symbol.SEARCH), click -> verify());
    private final Div key = new Div();
    private final Div result = new Div();

    @Inject
    public InstallationView(
            Installation installation,
            CurrentPerson current,
            AuditDesk audit,
            LedgerExport export,
            BackgroundWork background) {
        this.installation = installation;
        this.current = current;
        this.audit = audit;
        this.export = export;
        this.background = background;
        addClassNames("page", "installation-page");
        var title = new Div(new H1("Installation"));
        title.addClassName("page-title");
        var header = new Div(title);
        header.addClassName("page-header");
        var cards = new Div(data(), ledger());
        cards.addClassName("cards");
        add(header, cards);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        key.removeAll();
        key.add(fact("Seals are signed with the key", audit.keyFingerprint(current.require())));
    }

    private Component data() {
        var database = installation.database();
        var facts = new Div(
                fact("Database", database.product()),
                fact("Decisions survive", database.survives()),
                fact("Address", installation.publicUrl().toString()),
                fact("Data directory", installation.data().toString()));
        facts.addClassName("facts");
        var card = card("data", new H2("Data"), facts);
        if (database.isEmbedded()) {
            card.add(new Banner(
                    Symbol.WARNING,
                    Tone.CARE,
                    "The embedded database does not wait for the disk: a loss of power may take the newest decisions."
                            + " A studio whose approvals count runs Rushlight on PostgreSQL (RUSHLIGHT_DB_URL)."));
        }
        return card;
    }

    private Component ledger() {
        verify.setId("verify-ledger");
        verify.setDisableOnClick(true);
        var buttons = new Div(
                verify, download("Export as CSV", ExportFormat.CSV), download("Export as JSON", ExportFormat.JSON));
        buttons.addClassName("buttons");
        var about =
                new Div("Every act with who did it, in which role, when and why; chained and sealed, so that what is"
                        + " changed or taken away afterwards shows.");
        about.addClassName("soft");
        result.setId("ledger-result");
        key.addClassName("facts");
        return card("ledger", new H2("Ledger"), about, key, buttons, result);
    }

    private static Section card(String id, Component... content) {
        var card = new Section(content);
        card.setId(id);
        card.addClassNames("panel", "connection");
        return card;
    }

    private static Component fact(String name, String value) {
        var label = new Span(name);
        label.addClassName("fact-name");
        var fact = new Div(label, new Span(value));
        fact.addClassName("fact");
        return fact;
    }

    private Anchor download(String words, ExportFormat format) {
        DownloadHandler handler = event -> write(event, format);
        var link = new Anchor(handler, AttachmentType.DOWNLOAD, words);
        link.setId("export-" + format.name().toLowerCase(Locale.ROOT));
        link.addClassName("button-link");
        return link;
    }

    private void write(DownloadEvent event, ExportFormat format) throws IOException {
        var admin = current.require();
        admin.requireAdmin();
        event.setFileName("rushlight-ledger." + format.name().toLowerCase(Locale.ROOT));
        event.setContentType(format.contentType());
        export.write(admin, LedgerFilter.everything(), format, event.getOutputStream());
    }

    /** Reads everything there is, which takes its time; whoever leaves the page meanwhile misses nothing but the words. */
    private void verify() {
        var admin = current.require();
        admin.requireAdmin();
        show(new Banner(Symbol.PENDING, Tone.BUSY, "Reading every entry and every seal …"));
        var back = UI.getCurrent().accessLater(this::tell, () -> {});
        background.run(() -> {
            try {
                back.accept(report(audit.verify(admin)));
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "The ledger could not be verified", failed);
                back.accept(new Banner(
                        Symbol.WARNING, Tone.BAD, "The check failed before it was over; the server's log says why."));
            }
        });
    }

    private void tell(Component words) {
        verify.setEnabled(true);
        show(words);
    }

    private void show(Component words) {
        result.removeAll();
        result.add(words);
    }

    private static Component report(LedgerReport report) {
        var counted = "%,d entries in %,d lines, %,d seals, of which the seal log confirms %,d"
                .formatted(report.entries(), report.lines(), report.seals(), report.witnessed());
        return new LedgerFindings("The ledger", report, counted);
    }
}
