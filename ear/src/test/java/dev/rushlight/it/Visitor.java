package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody who uses Rushlight in a browser; remembers every error that a page reports or the server answers. */
final class Visitor implements AutoCloseable {
    /** After a vote a visitor stays with the item, unless they choose to go on. */
    private static final String STAYS = """
            try {
              localStorage.getItem('rushlight.go-on') ?? localStorage.setItem('rushlight.go-on', 'no');
            } catch {
              // A page without a site keeps nothing.
            }""";

    /** Remembers what the page's content security policy kept from happening. */
    private static final String KEPT_OUT = """
            window.keptOut = [];
            document.addEventListener('securitypolicyviolation', violation =>
              window.keptOut.push(violation.effectiveDirective + ' ' + violation.blockedURI));""";

    private final URI site;
    private final BrowserContext context;
    private final Page page;
    private final List<String> problems = new ArrayList<>();

    Visitor(Browser browser, URI site) {
        this.site = site;
        this.context = browser.newContext(new NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
        context.setDefaultTimeout(Eventually.PATIENCE.toMillis());
        context.addInitScript(STAYS);
        context.addInitScript(KEPT_OUT);
        this.page = context.newPage();
        page.onPageError(error -> problems.add("page error on " + page.url() + ": " + error));
        page.onResponse(response -> {
            if (response.status() >= 500) {
                problems.add("%d answered %s %s on %s"
                        .formatted(response.status(), response.request().method(), response.url(), page.url()));
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add("console error on " + page.url() + ": " + message.text() + " " + message.location());
            }
        });
    }

    Page page() {
        return page;
    }

    Visitor open(String path) {
        page.navigate(site.resolve(path).toString());
        return this;
    }

    Visitor open(URI address) {
        page.navigate(address.toString());
        return this;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** The rows of the queue whose review item has this name. */
    Locator rows(String name) {
        return page.locator("#queue a.row-name").filter(new FilterOptions().setHasText(exactly(name)));
    }

    Visitor fill(String id, String text) {
        var input = page.locator("#" + id + " input, #" + id + " textarea").first();
        input.fill(text);
        input.blur();
        return this;
    }

    Visitor click(String selector) {
        page.locator(selector).click();
        return this;
    }

    /** Takes one of what a field offers when it is opened. */
    Visitor choose(String id, String words) {
        page.locator("#" + id).click();
        page.locator("vaadin-select-item[role=option]:visible")
                .filter(new FilterOptions().setHasText(exactly(words)))
                .click();
        return this;
    }

    Visitor logIn(String username, String password) {
        open("/login");
        page.locator("#login input[name=username]").fill(username);
        page.locator("#login input[name=password]").fill(password);
        page.locator("#login vaadin-button[theme~=submit]").click();
        assertThat(page.locator("#user-menu")).isVisible();
        return this;
    }

    /** What this page's content security policy kept from happening since it was loaded. */
    List<?> keptOut() {
        return (List<?>) page.evaluate("window.keptOut");
    }

    List<String> problems() {
        return problems;
    }

    boolean isGone() {
        return page.isClosed();
    }

    /** Keeps what this visitor sees in {@code target/screenshots}. */
    Visitor screenshot(String name) {
        page.screenshot(
                new ScreenshotOptions().setPath(Built.output("screenshots").resolve(name + ".png")));
        return this;
    }

    @Override
    public void close() {
        context.close();
    }

    /** The browser reads the pattern, so that the words cannot be quoted as Java does it. */
    private static Pattern exactly(String words) {
        return Pattern.compile("^\\s*" + words + "\\s*$");
    }
}
