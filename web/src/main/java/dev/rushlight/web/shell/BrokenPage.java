package dev.rushlight.web.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import dev.rushlight.web.access.SignedOut;
import dev.rushlight.web.look.Door;
import dev.rushlight.web.look.ErrorReport;
import dev.rushlight.web.look.Pages;

/** What a page shows that could not be opened: an id to ask for, never a stack trace. */
@PageTitle("Something went wrong · Rushlight")
public class BrokenPage extends Div implements HasErrorParameter<Exception> {

    private final Door door = new Door();

    public BrokenPage() {
        add(door);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (parameter.getCaughtException() instanceof SignedOut) {
            event.forwardToUrl("/" + Pages.LOGIN);
            return 401;
        }
        var report = ErrorReport.of(parameter.getCaughtException());
        var back = new Anchor("/" + Pages.QUEUE, "Back to the queue");
        back.addClassName("button-link");
        door.show(
                "Something went wrong",
                "This page could not be opened. Nothing that was saved is lost. If it stays so, tell your administrator"
                        + " the error id " + report.id() + ".",
                back);
        return 500;
    }
}
