package dev.rushlight.web.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.Installation;
import dev.rushlight.people.Role;
import dev.rushlight.server.account.Accounts;
import dev.rushlight.web.look.CopyText;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.Frame;
import dev.rushlight.web.testing.Somebody;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubKeysViewTest {

    private static final Installation INSTALLATION = new Installation(
            Path.of("data"),
            "127.0.0.1",
            8080,
            URI.create("http://rush.example"),
            new DatabaseSettings("jdbc:h2:mem:x", "u", "p"),
            Duration.ofSeconds(10));

    private final Browser browser = new Browser();
    private final Accounts accounts = Accounts.open(memory());

    @BeforeEach
    void start() {
        var somebody = Somebody.as(Role.ADMIN);
        accounts.issueTransientKey("rushlight");
        Frame.around(browser, somebody)
                .with(HubKeysView.class, () -> new HubKeysView(accounts, somebody, INSTALLATION))
                .open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aKeyIsShownOnceWithWhatAToolNeeds() {
        issue("tom");
        var lines = _find(CopyText.class).stream().map(CopyText::text).toList();
        assertThat(lines).hasSize(3).contains("FTRACK_SERVER=http://rush.example", "FTRACK_API_USER=tom");
        var key = lines.get(2).substring("FTRACK_API_KEY=".length());
        assertThat(accounts.verify("tom", key)).isPresent();
        click("done");
        assertThat(_find(CopyText.class)).isEmpty();
        assertThat(_get(Section.class, spec -> spec.withId("account-tom"))
                        .getElement()
                        .getOuterHTML())
                .doesNotContain(key);
    }

    @Test
    void aRevokedKeyIsGone() {
        var key = accounts.issueKey("tom").key();
        open();
        _click(button("Revoke"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(accounts.verify("tom", key)).isEmpty();
        assertThat(_find(ListItem.class, spec -> spec.withClasses("hub-key"))).isEmpty();
    }

    @Test
    void anAccountIsShutOutAndLetInAgain() {
        var key = accounts.issueKey("tom").key();
        open();
        _click(button("Shut out"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(accounts.verify("tom", key)).isEmpty();
        _click(button("Let in again"));
        assertThat(accounts.verify("tom", key)).isPresent();
    }

    @Test
    void anUnacceptableUserIsRefusedAtTheField() {
        open();
        click("issue-key");
        _setValue(_get(TextField.class, spec -> spec.withId("key-user")), "tom tom");
        click("issue");
        assertThat(_get(TextField.class, spec -> spec.withId("key-user")).isInvalid())
                .isTrue();
    }

    @Test
    void theAccountOfThisServerCannotBeTouched() {
        open();
        assertThat(_find(Button.class, spec -> spec.withText("Shut out"))).isEmpty();
        assertThat(_find(H2.class)).extracting(H2::getText).contains("rushlight", "No keys yet");
    }

    private void issue(String user) {
        open();
        click("issue-key");
        _setValue(_get(TextField.class, spec -> spec.withId("key-user")), user);
        click("issue");
    }

    private void open() {
        browser.go("admin/hub-keys");
    }

    private static Button button(String words) {
        return _get(Button.class, spec -> spec.withText(words));
    }

    private static void click(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    private static JdbcDataSource memory() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        source.setUser("rushlight");
        source.setPassword("in-memory");
        return source;
    }
}
