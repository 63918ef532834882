package dev.rushlight.web.annotation;

import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.connection.ConnectionKind;
import dev.rushlight.connection.ConnectionSummary;
import dev.rushlight.feedback.Annotation;
import dev.rushlight.feedback.Annotations;
import dev.rushlight.people.Identity;
import dev.rushlight.server.account.Admission;
import dev.rushlight.server.account.Gatekeeper;
import dev.rushlight.server.http.Fault;
import dev.rushlight.server.http.JsonReply;
import dev.rushlight.server.http.PresentedKey;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Gives a note's drawing to people who are signed in, and to tools with a key of the embedded hub if that hub is told of the
 * note. What is not to be seen is not there.
 */
@WebServlet(name = "rushlight-annotations", urlPatterns = AnnotationAddress.ROOT + "/*")
public class AnnotationServlet extends HttpServlet {

    private static final int MOST_DIGITS = 9;

    private final transient CurrentPerson people;
    private final transient Supplier<Gatekeeper> hub;
    private final transient ConnectionDesk connections;
    private final transient Annotations annotations;

    @Inject
    public AnnotationServlet(
            CurrentPerson people, Provider<Gatekeeper> hub, ConnectionDesk connections, Annotations annotations) {
        this.people = people;
        this.hub = hub::get;
        this.connections = connections;
        this.annotations = annotations;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = people.find(request);
        if (person.isPresent()) {
            answer(request, response, address -> seenBy(person.get(), address));
            return;
        }
        var presented = PresentedKey.inHeaders(request);
        var admission = hub.get().admit(request.getRemoteAddr(), presented.user(), presented.key());
        if (admission.verdict() == Admission.Verdict.ADMITTED) {
            answer(request, response, this::toldToTheHub);
        } else {
            refuse(response, admission);
        }
    }

    private interface Search {

        Optional<Annotation> at(AnnotationAddress address);
    }

    private Optional<Annotation> seenBy(Identity person, AnnotationAddress address) {
        return annotations.shownTo(person, address.item(), address.note());
    }

    private Optional<Annotation> toldToTheHub(AnnotationAddress address) {
        return connections.all().stream()
                .filter(connection -> connection.kind() == ConnectionKind.EMBEDDED)
                .map(ConnectionSummary::id)
                .findFirst()
                .flatMap(embedded -> annotations.toldTo(embedded, address.item(), address.note()));
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Search search)
            throws IOException {
        var frame = Optional.ofNullable(request.getParameter("frame"));
        if (frame.filter(typed -> !isFrame(typed)).isPresent()) {
            JsonReply.send(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    Json.createObjectBuilder()
                            .add("error", "\"frame\" must be a whole number, counted from 0")
                            .build());
            return;
        }
        var address =
                AnnotationAddress.of(Optional.ofNullable(request.getPathInfo()).orElse(""));
        var found = address.flatMap(search::at);
        if (found.isEmpty()) {
            var fault = Fault.notFound();
            JsonReply.send(response, fault.status(), fault.toJson());
            return;
        }
        var form = address.orElseThrow().form();
        var shown = frame.map(typed -> OptionalInt.of(Integer.parseInt(typed))).orElse(OptionalInt.empty());
        var bytes = form == AnnotationAddress.Form.PNG
                ? found.get().png(shown)
                : found.get().commands().toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType(form.contentType());
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean isFrame(String typed) {
        return typed.length() <= MOST_DIGITS
                && !typed.isEmpty()
                && typed.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static void refuse(HttpServletResponse response, Admission admission) throws IOException {
        var fault = admission.verdict() == Admission.Verdict.TOO_SOON
                ? Fault.tooManyWrongKeys(admission.retryAfter())
                : Fault.invalidCredentials();
        JsonReply.send(response, fault.status(), fault.toJson());
    }
}
