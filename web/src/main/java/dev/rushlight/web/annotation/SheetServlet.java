package dev.rushlight.web.annotation;

import dev.rushlight.feedback.Annotations;
import dev.rushlight.feedback.Drawing;
import dev.rushlight.feedback.Sheet;
import dev.rushlight.feedback.StrokeId;
import dev.rushlight.people.Identity;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Tells the pages of people who are signed in where a medium is drawn on, and gives them the strokes that they lack. A
 * stroke never changes, so a page asks for each once, and for the rest whenever it hears that something did change.
 */
@WebServlet(name = "rushlight-sheets", urlPatterns = SheetAddress.ROOT + "/*")
public class SheetServlet extends HttpServlet {

    private final transient CurrentPerson people;
    private final transient Annotations annotations;

    @Inject
    public SheetServlet(CurrentPerson people, Annotations annotations) {
        this.people = people;
        this.annotations = annotations;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = people.find(request);
        if (person.isEmpty()) {
            SheetReply.refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Sign in to see what is drawn");
            return;
        }
        new SheetReply(person.get(), seenBy(person.get())).answer(request, response);
    }

    private SheetReply.Source seenBy(Identity person) {
        return new SheetReply.Source() {
            @Override
            public Optional<Sheet> sheet(SheetAddress at) {
                return annotations.sheet(person, at.item(), at.version(), at.media());
            }

            @Override
            public Drawing strokes(SheetAddress at, List<StrokeId> strokes) {
                return annotations.strokes(person, at.item(), strokes);
            }
        };
    }
}
