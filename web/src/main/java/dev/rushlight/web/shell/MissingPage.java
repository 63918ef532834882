package dev.rushlight.web.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import dev.rushlight.web.look.Door;
import dev.rushlight.web.look.Pages;

/** What an address shows that leads nowhere, or nowhere for this person: the two look alike. */
@PageTitle("Not found · Rushlight")
public class MissingPage extends Div implements HasErrorParameter<NotFoundException> {

    private final Door door = new Door();

    public MissingPage() {
        add(door);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        show();
        return 404;
    }

    private void show() {
        var back = new Anchor("/" + Pages.QUEUE, "Back to the queue");
        back.addClassName("button-link");
        door.show("Nothing to see here", "There is no such page, or it is not for you.", back);
    }

    /** The same page for an address that exists but may not be seen. */
    @PageTitle("Not found · Rushlight")
    public static class Forbidden extends Div implements HasErrorParameter<AccessDeniedException> {

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
            var page = new MissingPage();
            page.show();
            add(page);
            return 404;
        }
    }
}
