package dev.rushlight.web.shell;

import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Meta;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.Theme;
import com.vaadin.flow.theme.lumo.Lumo;

/** What holds for the whole application in the browser; what the page sends travels as requests, so that it is signed in. */
@Push(transport = Transport.WEBSOCKET_XHR)
@Theme(value = "rushlight", variant = Lumo.DARK)
@NpmPackage(value = "@fontsource-variable/inter", version = "5.2.8")
@Viewport("width=device-width, initial-scale=1")
@Meta(name = "robots", content = "noindex")
public class AppShell implements AppShellConfigurator {

    private static final String FLAME =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
                    + "%3Crect width='32' height='32' rx='7' fill='%23191919'/%3E"
                    + "%3Cpath d='M16 5c4 5 7 8 7 13a7 7 0 01-14 0c0-2 1-4 2-5 0 2 1 3 2 3 2-2 1-6 3-11z' fill='%23f2b24a'/%3E%3C/svg%3E";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", FLAME);
        settings.addMetaTag("color-scheme", "dark light");
    }
}
