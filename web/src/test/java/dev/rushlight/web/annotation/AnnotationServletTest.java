package dev.rushlight.web.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.fakeservlet.FakeResponse;
import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.connection.ConnectionKind;
import dev.rushlight.connection.ConnectionSummary;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.feedback.Annotation;
import dev.rushlight.feedback.Annotations;
import dev.rushlight.feedback.Drawing;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.Role;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.server.account.Accounts;
import dev.rushlight.server.account.Gatekeeper;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationServletTest {

    private static final ReviewItemId ITEM = new ReviewItemId(UUID.randomUUID());
    private static final NoteId INTERNAL = NoteId.random();
    private static final NoteId EXTERNAL = NoteId.random();
    private static final ConnectionId OWN_HUB = new ConnectionId(UUID.randomUUID());
    private static final Annotation NOTHING_BUT_A_FRAME =
            new Annotation(new Drawing(List.of(), false), OptionalInt.of(16), OptionalInt.of(9));

    private final Accounts accounts = accounts();
    private final Gatekeeper gatekeeper = new Gatekeeper(accounts, System::nanoTime);
    private Optional<Identity> person = Optional.empty();

    @Test
    void whoIsSignedInGetsPictureAndCommands() throws Exception {
        person = Optional.of(new Identity(new PersonId(UUID.randomUUID()), "tom", "Tom", Role.VIEWER));

        var picture = get(address(INTERNAL, AnnotationAddress.Form.PNG));
        var commands = get(address(INTERNAL, AnnotationAddress.Form.JSON));

        assertThat(picture.getStatus()).isEqualTo(200);
        assertThat(picture.getContentType()).isEqualTo("image/png");
        assertThat(picture.getBuffer().toByteArray()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(picture.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(commands.getContentType()).isEqualTo("application/json");
        assertThat(commands.getBufferAsString()).isEqualTo("{\"format\":\"ori.syncevent/1\",\"frames\":[]}");
    }

    @Test
    void aKeyOfTheHubGetsWhatTheHubIsToldOf() throws Exception {
        var key = accounts.issueKey("jo").key();

        assertThat(get(address(EXTERNAL, AnnotationAddress.Form.PNG), "jo", key).getStatus())
                .isEqualTo(200);
        assertThat(get(address(INTERNAL, AnnotationAddress.Form.PNG), "jo", key).getStatus())
                .isEqualTo(404);
    }

    @Test
    void strangersGetNothing() throws Exception {
        accounts.issueKey("jo");

        for (var note : List.of(EXTERNAL, INTERNAL, NoteId.random())) {
            assertThat(get(address(note, AnnotationAddress.Form.PNG)).getStatus())
                    .isEqualTo(401);
            assertThat(get(address(note, AnnotationAddress.Form.PNG), "jo", "no such key at all, but long enough")
                            .getStatus())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/x", "/x/y.png", "/%s/%s", "/%s/%s.gif", "/%s/%s.png/more", "/%s/../%s.png"})
    void otherAddressesLeadNowhere(String path) throws Exception {
        person = Optional.of(new Identity(new PersonId(UUID.randomUUID()), "tom", "Tom", Role.VIEWER));

        var answer = get(path.formatted(ITEM.value(), INTERNAL.value()));

        assertThat(answer.getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "12345678901", "x", "٣"})
    void aFrameThatIsNoneIsNamed(String frame) throws Exception {
        person = Optional.of(new Identity(new PersonId(UUID.randomUUID()), "tom", "Tom", Role.VIEWER));

        var answer = get(address(INTERNAL, AnnotationAddress.Form.PNG) + "?frame=" + frame);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getBufferAsString()).contains("\\\"frame\\\" must be a whole number");
    }

    @Test
    void anAddressIsReadAsItIsWritten() {
        var address = new AnnotationAddress(ITEM, EXTERNAL, AnnotationAddress.Form.JSON);

        assertThat(address.at(URI.create("https://review.example/rushlight")))
                .hasToString("https://review.example/rushlight/annotations/%s/%s.json"
                        .formatted(ITEM.value(), EXTERNAL.value()));
        assertThat(AnnotationAddress.of(address(EXTERNAL, AnnotationAddress.Form.JSON)))
                .contains(address);
    }

    private static String address(NoteId note, AnnotationAddress.Form form) {
        return new AnnotationAddress(ITEM, note, form)
                .at(URI.create("http://here"))
                .getPath()
                .substring(AnnotationAddress.ROOT.length());
    }

    private FakeResponse get(String path) throws Exception {
        return get(path, "", "");
    }

    private FakeResponse get(String path, String user, String key) throws Exception {
        var parts = path.split("\\?frame=", -1);
        var request = new Request(parts[0]);
        if (parts.length > 1) {
            request.setParameter("frame", parts[1]);
        }
        if (!user.isEmpty()) {
            request.getHeaders().put("ftrack-user", List.of(user));
            request.getHeaders().put("ftrack-api-key", List.of(key));
        }
        var response = new FakeResponse();
        new AnnotationServlet(new Person(), () -> gatekeeper, new OwnHubOnly(), new TwoDrawings())
                .doGet(request, response);
        return response;
    }

    private static Accounts accounts() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        return Accounts.open(database, Clock.systemUTC());
    }

    private static final class Request extends FakeRequest {

        private final String path;

        Request(String path) {
            super(FakeHttpSession.Companion.create(new FakeContext()));
            this.path = path;
        }

        @Override
        public String getPathInfo() {
            return path;
        }
    }

    private final class Person extends CurrentPerson {

        @Override
        public Optional<Identity> find(HttpServletRequest request) {
            return person;
        }
    }

    private static final class OwnHubOnly extends ConnectionDesk {

        @Override
        public List<ConnectionSummary> all() {
            return List.of(new ConnectionSummary(
                    OWN_HUB, "own", ConnectionKind.EMBEDDED, Optional.empty(), Optional.empty(), false, true));
        }
    }

    private static final class TwoDrawings extends Annotations {

        @Override
        public Optional<Annotation> shownTo(Identity viewer, ReviewItemId item, NoteId note) {
            return find(item, note);
        }

        @Override
        public Optional<Annotation> toldTo(ConnectionId hub, ReviewItemId item, NoteId note) {
            return hub.equals(OWN_HUB) && note.equals(EXTERNAL) ? find(item, note) : Optional.empty();
        }

        private static Optional<Annotation> find(ReviewItemId item, NoteId note) {
            return item.equals(ITEM) && (note.equals(INTERNAL) || note.equals(EXTERNAL))
                    ? Optional.of(NOTHING_BUT_A_FRAME)
                    : Optional.empty();
        }
    }
}
