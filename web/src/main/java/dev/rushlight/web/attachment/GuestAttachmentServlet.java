package dev.rushlight.web.attachment;

import dev.rushlight.review.StaleVersion;
import dev.rushlight.reviewsession.GuestAttachmentDesk;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.GuestSight;
import dev.rushlight.reviewsession.GuestUploadDesk;
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

/** Takes files for the notes of guests, and gives guests those beside the notes that they see. */
@WebServlet(name = "rushlight-guest-attachments", urlPatterns = GuestAttachmentAddress.ROOT + "/*")
public class GuestAttachmentServlet extends HttpServlet {

    private final transient GuestAttachmentDesk files;
    private final transient GuestUploadDesk uploads;

    @Inject
    public GuestAttachmentServlet(GuestAttachmentDesk files, GuestUploadDesk uploads) {
        this.files = files;
        this.uploads = uploads;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var pass = CurrentGuest.find(request);
        if (pass.isEmpty()) {
            AttachmentReply.refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Come in by your link to see this");
            return;
        }
        try {
            AttachmentReply.give(
                    GuestAttachmentAddress.Asked.of(path(request))
                            .flatMap(asked -> files.attachment(
                                    new GuestSight(pass.get(), asked.item(), asked.version()), asked.file())),
                    request,
                    response);
        } catch (LinkLeadsNowhere | StaleVersion nothing) {
            AttachmentReply.refuse(response, HttpServletResponse.SC_NOT_FOUND, AttachmentReply.NOTHING_HERE);
        } catch (TooManyGuestActs tooMany) {
            AttachmentReply.refuse(response, AttachmentIntake.TOO_MANY_REQUESTS, tooMany.getMessage());
        }
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var pass = CurrentGuest.find(request);
        AttachmentIntake.take(
                request,
                response,
                pass.isPresent() ? Optional.empty() : Optional.of("Come in by your link to attach files"),
                GuestAttachmentAddress.Sent.of(path(request)).map(sent -> keeper(pass, sent)));
    }

    private AttachmentIntake.Keeper keeper(Optional<GuestPass> pass, GuestAttachmentAddress.Sent sent) {
        return (name, bytes) -> uploads.attach(
                new GuestSight(pass.orElseThrow(), sent.item(), sent.version()), sent.note(), sent.file(), name, bytes);
    }

    private static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).orElse("");
    }
}
