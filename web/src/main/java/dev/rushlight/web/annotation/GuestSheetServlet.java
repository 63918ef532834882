package dev.rushlight.web.annotation;

import dev.rushlight.feedback.Drawing;
import dev.rushlight.feedback.Sheet;
import dev.rushlight.feedback.StrokeId;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.reviewsession.GuestDrawingDesk;
import dev.rushlight.reviewsession.GuestPass;
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
import java.util.List;
import java.util.Optional;

/** Tells the pages of guests where the version that they look at is drawn on for them, and gives them those strokes. */
@WebServlet(name = "rushlight-guest-sheets", urlPatterns = SheetAddress.GUESTS + "/*")
public class GuestSheetServlet extends HttpServlet {

    private final transient GuestDrawingDesk drawings;

    @Inject
    public GuestSheetServlet(GuestDrawingDesk drawings) {
        this.drawings = drawings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var pass = CurrentGuest.find(request);
        if (pass.isEmpty()) {
            SheetReply.refuse(
                    response, HttpServletResponse.SC_UNAUTHORIZED, "Come in by your link to see what is drawn");
            return;
        }
        try {
            new SheetReply(pass.get().guest(), seenWith(pass.get())).answer(request, response);
        } catch (LinkLeadsNowhere | StaleVersion nothing) {
            SheetReply.refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is no such version");
        } catch (TooManyGuestActs tooMany) {
            SheetReply.refuse(response, StrokeIntake.TOO_MANY_REQUESTS, tooMany.getMessage());
        }
    }

    private SheetReply.Source seenWith(GuestPass pass) {
        return new SheetReply.Source() {
            @Override
            public Optional<Sheet> sheet(SheetAddress at) {
                return drawings.sheet(sight(at), at.media());
            }

            @Override
            public Drawing strokes(SheetAddress at, List<StrokeId> strokes) {
                return drawings.strokes(sight(at), at.media(), strokes);
            }

            private GuestSight sight(SheetAddress at) {
                return new GuestSight(pass, at.item(), at.version());
            }
        };
    }
}
