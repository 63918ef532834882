package dev.rushlight.web.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.web.look.ErrorReport;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import java.time.Duration;

/** What an open page does with an exception: it never shows a stack trace, and an unexpected one gets an id to ask for. */
final class PageErrors implements ErrorHandler {

    @Override
    public void error(ErrorEvent event) {
        var ui = UI.getCurrent();
        for (var cause = event.getThrowable(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SignedOut) {
                if (ui != null) {
                    ui.getPage().setLocation(Pages.LOGIN);
                }
                return;
            }
            if (cause instanceof NotAllowed notAllowed) {
                show(ui, notAllowed.getMessage());
                return;
            }
        }
        var report = ErrorReport.of(event.getThrowable());
        show(
                ui,
                "That did not work; nothing was saved. If it stays so, tell your administrator the error id "
                        + report.id() + ".");
    }

    private static void show(UI ui, String text) {
        if (ui != null) {
            ui.access(() -> Toast.show(Symbol.WARNING, Tone.BAD, Duration.ofSeconds(12), text));
        }
    }
}
