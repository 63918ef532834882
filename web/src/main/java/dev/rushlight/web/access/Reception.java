package dev.rushlight.web.access;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Prepares each page before anybody sees it: who may enter, what its browser may load, what happens on errors. */
@ApplicationScoped
public class Reception {

    private final CurrentPerson current;

    @Inject
    public Reception(CurrentPerson current) {
        this.current = current;
    }

    // for CDI
    @SuppressWarnings("NullAway")
    protected Reception() {
        this(null);
    }

    void open(@Observes ServiceInitEvent start) {
        var service = start.getSource();
        service.addUIInitListener(page -> {
            page.getUI().addBeforeEnterListener(new Gate(current));
            sayWhenCutOff(page.getUI().getReconnectDialogConfiguration());
        });
        service.addSessionInitListener(session -> session.getSession().setErrorHandler(new PageErrors()));
        service.setSystemMessagesProvider(info -> messages());
        start.addIndexHtmlRequestListener(new FirstResponse());
    }

    private static void sayWhenCutOff(ReconnectDialogConfiguration words) {
        words.setDialogText("The server does not answer. What you type and draw stays here; trying again…");
        words.setDialogTextGaveUp("The server does not answer. Copy what you typed before you reload.");
    }

    private static SystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredCaption("You were signed out");
        messages.setSessionExpiredMessage("Copy what you typed, then press here or Esc to sign in again.");
        messages.setInternalErrorCaption("Something went wrong on the server");
        messages.setInternalErrorMessage("Copy what you typed, then press here or Esc to continue.");
        return messages;
    }
}
