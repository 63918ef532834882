package dev.rushlight.web.annotation;

import dev.rushlight.feedback.DrawingDesk;
import dev.rushlight.people.Identity;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** Takes what people who are signed in draw. */
@WebServlet(name = "rushlight-strokes", urlPatterns = StrokeAddress.ROOT + "/*")
public class StrokeServlet extends HttpServlet {

    private final transient CurrentPerson people;
    private final transient DrawingDesk drawings;
    private final transient StrokeIntake intake;

    @Inject
    public StrokeServlet(CurrentPerson people, DrawingDesk drawings, Clock clock) {
        this.people = people;
        this.drawings = drawings;
        this.intake = new StrokeIntake(clock);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = people.find(request);
        intake.take(
                request,
                response,
                person.map(Identity::id),
                "Sign in to draw",
                (address, asked) -> obey(person.orElseThrow(), address, asked));
    }

    private void obey(Identity person, StrokeAddress address, JsonObject asked) {
        switch (address.deed()) {
            case DRAW -> drawings.draw(person, StrokesAsked.draft(address, asked));
            case TAKE_BACK -> drawings.remove(person, address.item(), address.note(), StrokesAsked.named(asked));
            case PUT_BACK -> drawings.restore(person, address.item(), address.note(), StrokesAsked.named(asked));
        }
    }
}
