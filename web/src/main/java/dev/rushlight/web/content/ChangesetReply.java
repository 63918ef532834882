package dev.rushlight.web.content;

import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.Content;
import dev.rushlight.server.http.JsonReply;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Answers a page that asks for the files of a changeset. */
final class ChangesetReply {

    private ChangesetReply() {}

    /** @param found what there is to look at, be it a changeset or not */
    static void give(Optional<Content> found, HttpServletResponse response) throws IOException {
        var changeset = found.filter(ChangesetContent.class::isInstance)
                .map(ChangesetContent.class::cast)
                .map(ChangesetJson::of);
        if (changeset.isPresent()) {
            JsonReply.send(response, HttpServletResponse.SC_OK, changeset.get());
        } else {
            missing(response);
        }
    }

    static void missing(HttpServletResponse response) throws IOException {
        refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is no changeset at this address");
    }

    static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        JsonReply.send(
                response, status, Json.createObjectBuilder().add("error", why).build());
    }
}
