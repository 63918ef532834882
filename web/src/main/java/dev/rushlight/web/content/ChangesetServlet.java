package dev.rushlight.web.content;

import dev.rushlight.people.Identity;
import dev.rushlight.review.Content;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.inject.Inject;
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
            ChangesetReply.refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Nobody is signed in");
            return;
        }
        ChangesetReply.give(
                ChangesetAddress.of(Optional.ofNullable(request.getPathInfo()).orElse(""))
                        .flatMap(address -> content(person.get(), address)),
                response);
    }

    private Optional<Content> content(Identity person, ChangesetAddress address) {
        return items.version(person, address.item(), address.version())
                .map(version -> items.content(person, version.id()));
    }
}
