package dev.rushlight.web.attachment;

import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.UploadDesk;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Takes files for notes from people who are signed in, and gives them out to them. */
@WebServlet(name = "rushlight-attachments", urlPatterns = AttachmentAddress.ROOT + "/*")
public class AttachmentServlet extends HttpServlet {

    private final transient CurrentPerson people;
    private final transient FeedbackNotes notes;
    private final transient UploadDesk uploads;

    @Inject
    public AttachmentServlet(CurrentPerson people, FeedbackNotes notes, UploadDesk uploads) {
        this.people = people;
        this.notes = notes;
        this.uploads = uploads;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = people.find(request);
        if (person.isEmpty()) {
            AttachmentReply.refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Sign in to see this");
            return;
        }
        AttachmentReply.give(
                AttachmentAddress.Asked.of(path(request))
                        .flatMap(asked -> notes.attachment(person.get(), asked.item(), asked.file())),
                request,
                response);
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = people.find(request);
        AttachmentIntake.take(
                request,
                response,
                person.isPresent() ? Optional.empty() : Optional.of("You were signed out; sign in and attach it again"),
                AttachmentAddress.Sent.of(path(request))
                        .map(sent -> (name, bytes) -> uploads.attach(
                                person.orElseThrow(), sent.item(), sent.note(), sent.file(), name, bytes)));
    }

    private static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).orElse("");
    }
}
