package dev.rushlight.web.content;

import dev.rushlight.review.StaleVersion;
import dev.rushlight.reviewsession.GuestDesk;
import dev.rushlight.reviewsession.GuestSight;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.web.access.CurrentGuest;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Gives guests the files of the version of a changeset that they look at. */
@WebServlet(name = "rushlight-guest-changesets", urlPatterns = ChangesetAddress.GUESTS + "/*")
public class GuestChangesetServlet extends HttpServlet {

    private static final int TOO_MANY_REQUESTS = 429;

    private final transient GuestDesk guests;

    @Inject
    public GuestChangesetServlet(GuestDesk guests) {
        this.guests = guests;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var pass = CurrentGuest.find(request);
        if (pass.isEmpty()) {
            ChangesetReply.refuse(
                    response, HttpServletResponse.SC_UNAUTHORIZED, "Come in by your link to see this changeset");
            return;
        }
        try {
            ChangesetReply.give(
                    ChangesetAddress.of(
                                    Optional.ofNullable(request.getPathInfo()).orElse(""))
                            .map(at -> guests.content(new GuestSight(pass.get(), at.item(), at.version()))),
                    response);
        } catch (LinkLeadsNowhere | StaleVersion nothing) {
            ChangesetReply.missing(response);
        } catch (TooManyGuestActs tooMany) {
            ChangesetReply.refuse(response, TOO_MANY_REQUESTS, tooMany.getMessage());
        }
    }
}
