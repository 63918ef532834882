package dev.rushlight.web.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import dev.rushlight.audit.AuditDesk;
import dev.rushlight.audit.LedgerExport;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.Installation;
import dev.rushlight.ledger.Finding;
import dev.rushlight.ledger.LedgerReport;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import dev.rushlight.web.testing.Frame;
import dev.rushlight.web.testing.Somebody;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstallationViewTest {

    private static final LedgerReport WHOLE = new LedgerReport(12, 1_234, 7, 7, Set.of("key"), List.of(), 0);

    private final Browser browser = new Browser();
    private final ByHand background = new ByHand();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anEmbeddedDatabaseIsSaidNotToSurviveALossOfPower() {
        open("jdbc:h2:file:/data/rushlight", () -> WHOLE);

        assertThat(text("data")).contains("H2", "kill -9, not power loss", "http://rush.example");
        assertThat(_find(Banner.class)).hasSize(1);
    }

    @Test
    void postgresqlIsSaidToSurviveIt() {
        open("jdbc:postgresql://db/rushlight", () -> WHOLE);

        assertThat(text("data"))
                .contains("PostgreSQL", "kill -9 and power loss")
                .doesNotContain("db/rushlight");
        assertThat(_find(Banner.class)).isEmpty();
    }

    @Test
    void aCheckOfTheLedgerRunsBesideThePageAndSaysWhatItSaw() {
        open("jdbc:postgresql://db/rushlight", () -> WHOLE);

        _click(_get(Button.class, spec -> spec.withId("verify-ledger")));
        assertThat(result()).contains("Reading every entry");

        background.work();
        browser.settle();
        assertThat(result())
                .contains("The ledger is whole: 1,234 entries in 12 lines, 7 seals, of which the seal log confirms 7");
        assertThat(_get(Button.class, spec -> spec.withId("verify-ledger")).isEnabled())
                .isTrue();
    }

    @Test
    void whatIsWrongIsListedUpToAPoint() {
        var finding = new Finding(
                Finding.Kind.MANIPULATED, Optional.empty(), OptionalLong.empty(), "Entry 3 says <b>something</b> else");
        open(
                "jdbc:postgresql://db/rushlight",
                () -> new LedgerReport(1, 30, 0, 0, Set.of(), Collections.nCopies(30, finding), 5));

        _click(_get(Button.class, spec -> spec.withId("verify-ledger")));
        background.work();
        browser.settle();

        assertThat(result()).contains("The ledger is not whole");
        var items = _find(ListItem.class).stream().map(ListItem::getText).toList();
        assertThat(items).hasSize(21).startsWith("Entry 3 says <b>something</b> else");
        assertThat(items.get(20)).startsWith("15 more");
    }

    @Test
    void aCheckThatFailsSaysSoAndMayBeTriedAgain() {
        open("jdbc:postgresql://db/rushlight", () -> {
            throw new IllegalStateException("no database");
        });

        _click(_get(Button.class, spec -> spec.withId("verify-ledger")));
        background.work();
        browser.settle();

        assertThat(result()).contains("The check failed").doesNotContain("no database");
        assertThat(_get(Button.class, spec -> spec.withId("verify-ledger")).isEnabled())
                .isTrue();
    }

    @Test
    void theLedgerLeavesInTwoForms() {
        open("jdbc:postgresql://db/rushlight", () -> WHOLE);

        assertThat(_find(Anchor.class, spec -> spec.withClasses("button-link")))
                .extracting(Anchor::getText)
                .containsExactly("Export as CSV", "Export as JSON");
        assertThat(text("ledger")).contains("Seals are signed with the key" + "c0ffee");
    }

    private void open(String url, Supplier<LedgerReport> report) {
        var somebody = Somebody.as(Role.ADMIN);
        var installation = new Installation(
                Path.of("data"),
                "127.0.0.1",
                8080,
                URI.create("http://rush.example"),
                new DatabaseSettings(url, "u", "p"),
                Duration.ofSeconds(10));
        var audit = new AuditDesk() {
            @Override
            public LedgerReport verify(Identity admin) {
                return report.get();
            }

            @Override
            public String keyFingerprint(Identity admin) {
                return "c0ffee";
            }
        };
        Frame.around(browser, somebody)
                .with(
                        InstallationView.class,
                        () -> new InstallationView(installation, somebody, audit, new LedgerExport() {}, background))
                .open();
        browser.go(Pages.INSTALLATION);
    }

    private static String text(String id) {
        return _get(Section.class, spec -> spec.withId(id)).getElement().getTextRecursively();
    }

    private static String result() {
        return _get(Div.class, spec -> spec.withId("ledger-result"))
                .getElement()
                .getTextRecursively();
    }
}
