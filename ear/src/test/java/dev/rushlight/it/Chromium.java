package dev.rushlight.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser that is installed on this machine, and the visitors who use it. Confined to the test's thread. */
final class Chromium implements AutoCloseable {
    private final Playwright playwright =
            Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions()
                    .setExecutablePath(Path.of(Optional.ofNullable(System.getenv("RUSHLIGHT_CHROMIUM"))
                            .orElse("/usr/bin/chromium")))
                    .setHeadless(true)
                    .setArgs(List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-dev-shm-usage",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    private final List<Visitor> visitors = new ArrayList<>();

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Eventually.PATIENCE.toMillis());
    }

    /** Somebody with a browser window and cookies of their own. */
    Visitor visitor(URI site) {
        var visitor = new Visitor(browser, site);
        visitors.add(visitor);
        return visitor;
    }

    /** The problems that the pages of all visitors reported. */
    List<String> problems() {
        return visitors.stream().flatMap(visitor -> visitor.problems().stream()).toList();
    }

    /** Keeps what every visitor who is still there sees, for whoever looks into a failure. */
    void photograph(String name) {
        for (int i = 0; i < visitors.size(); i++) {
            if (!visitors.get(i).isGone()) {
                visitors.get(i).screenshot("failed-" + name + "-" + (i + 1));
            }
        }
    }

    void sendVisitorsHome() {
        visitors.forEach(Visitor::close);
        visitors.clear();
    }

    @Override
    public void close() {
        sendVisitorsHome();
        browser.close();
        playwright.close();
    }
}
