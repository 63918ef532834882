package dev.rushlight.web.annotation;

import dev.rushlight.reviewsession.GuestDrawingDesk;
import dev.rushlight.reviewsession.GuestNote;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.GuestSight;
import dev.rushlight.web.access.CurrentGuest;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** Takes what guests draw, for the eyes of clients whatever the page asks for. */
@WebServlet(name = "rushlight-guest-strokes", urlPatterns = StrokeAddress.GUESTS + "/*")
public class GuestStrokeServlet extends HttpServlet {

    private final transient GuestDrawingDesk drawings;
    private final transient StrokeIntake intake;

    @Inject
    public GuestStrokeServlet(GuestDrawingDesk drawings, Clock clock) {
        this.drawings = drawings;
        this.intake = new StrokeIntake(clock);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var pass = CurrentGuest.find(request);
        intake.take(
                request,
                response,
                pass.map(known -> known.guest().id()),
                "Come in by your link to draw",
                (address, asked) -> obey(pass.orElseThrow(), address, asked));
    }

    private void obey(GuestPass pass, StrokeAddress address, JsonObject asked) {
        var at = new GuestSight(pass, address.item(), StrokesAsked.version(asked));
        switch (address.deed()) {
            case DRAW -> {
                var draft = StrokesAsked.draft(address, asked);
                drawings.draw(at, new GuestNote(draft.id(), draft.place(), draft.text(), draft.strokes()));
            }
            case TAKE_BACK -> drawings.takeBack(at, address.note(), StrokesAsked.named(asked));
            case PUT_BACK -> drawings.putBack(at, address.note(), StrokesAsked.named(asked));
        }
    }
}
