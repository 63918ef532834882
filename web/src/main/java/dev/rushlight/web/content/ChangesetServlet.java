package dev.rushlight.web.content;

import dev.rushlight.people.Identity;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.server.http.JsonReply;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Gives the files of a changeset to people who are signed in: diffs are too large for the channel of the page. */
@WebServlet(name = "rushlight-changesets", urlPatterns = ChangesetAddress.ROOT + "/*")
public class ChangesetServlet extends HttpServlet {

    private final transient CurrentPerson people;
    private final transient ReviewItems items;

    @Inject
    public ChangesetServlet(CurrentPerson people, ReviewItems items) {
        this.people = people;
        this.items = items;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = people.find(request);
        if (person.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Nobody is signed in");
            return;
        }
        var changeset = ChangesetAddress.of(
                        Optional.ofNullable(request.getPathInfo()).orElse(""))
                .flatMap(address -> changeset(person.get(), address));
        if (changeset.isPresent()) {
            JsonReply.send(response, HttpServletResponse.SC_OK, changeset.get());
        } else {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is no changeset at this address");
        }
    }

    private Optional<JsonObject> changeset(Identity person, ChangesetAddress address) {
        return items.version(person, address.item(), address.version())
                .map(version -> items.content(person, version.id()))
                .filter(ChangesetContent.class::isInstance)
                .map(ChangesetContent.class::cast)
                .map(ChangesetJson::of);
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        JsonReply.send(
                response, status, Json.createObjectBuilder().add("error", why).build());
    }
}
