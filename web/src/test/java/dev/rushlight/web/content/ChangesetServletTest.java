package dev.rushlight.web.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.fakeservlet.FakeResponse;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Change;
import dev.rushlight.review.ChangeAction;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.Content;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VersionId;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesetServletTest {

    private static final ReviewItemId ITEM = ReviewItemId.random();
    private static final Content CHANGESET = new ChangesetContent(List.of(
            new Change(
                    "rig/arm.py",
                    Optional.empty(),
                    ChangeAction.MODIFY,
                    Optional.of("@@ -3 +3 @@ def arm():\n-limit = 180\n+limit = 165\n")),
            new Change("rig/hand.ma", Optional.of("rig/fist.ma"), ChangeAction.RENAME, Optional.empty())));

    private Optional<Identity> person = Optional.of(Somebody.person("vera", Role.VIEWER));
    private Content content = CHANGESET;

    @Test
    void whoIsSignedInGetsTheFiles() throws Exception {
        var answer = get("/%s/2/diff".formatted(ITEM));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("application/json");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getBufferAsString().replaceAll("\"print\":\"\\w+\"", "\"print\":\"?\""))
                .isEqualTo(
                        "{\"files\":[{\"path\":\"rig/arm.py\",\"action\":\"MODIFY\",\"print\":\"?\",\"added\":1,\"removed\":1,"
                                + "\"remarks\":[],\"hunks\":[{\"oldLine\":3,\"newLine\":3,\"title\":\"def arm():\","
                                + "\"lines\":[\"-limit = 180\",\"+limit = 165\"],\"unended\":[],\"pairs\":[[0,1,[8,11],[8,11]]]}]},"
                                + "{\"path\":\"rig/hand.ma\",\"action\":\"RENAME\",\"print\":\"?\",\"oldPath\":\"rig/fist.ma\"}]}");
    }

    @Test
    void strangersGetNothing() throws Exception {
        person = Optional.empty();
        assertThat(get("/%s/2/diff".formatted(ITEM)).getStatus()).isEqualTo(401);
        assertThat(get("/" + ITEM).getStatus()).isEqualTo(401);
    }

    @Test
    void whatHasNoFilesIsNotThere() throws Exception {
        content = Samples.video("http://artist/v1.mp4");
        assertThat(get("/%s/2/diff".formatted(ITEM)).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/%s",
                "/%s/2",
                "/%s/3/diff",
                "/%s/2/diff/",
                "/%s/-2/diff",
                "/x/2/diff",
                "/%s/99999999/diff"
            })
    void otherAddressesLeadNowhere(String path) throws Exception {
        assertThat(get(path.formatted(ITEM)).getStatus()).isEqualTo(404);
    }

    @Test
    void theAddressOfAPageIsTheOneThatIsAnswered() {
        var address = new ChangesetAddress(ITEM, 7);
        assertThat(address.relative()).isEqualTo("content/%s/7/diff".formatted(ITEM));
        assertThat(ChangesetAddress.of("/%s/7/diff".formatted(ITEM))).contains(address);
    }

    @Test
    void aChangeKeepsItsPrintAsLongAsItIsTheSame() {
        var first = ChangesetJson.of((ChangesetContent) CHANGESET).toString();
        var again = ChangesetJson.of((ChangesetContent) CHANGESET).toString();
        assertThat(again).isEqualTo(first);
    }

    private FakeResponse get(String path) throws Exception {
        var response = new FakeResponse();
        new ChangesetServlet(new Person(), new OneItem()).doGet(new Request(path), response);
        return response;
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

    private final class OneItem extends ReviewItems {

        @Override
        public Optional<VersionDetail> version(Identity viewer, ReviewItemId id, int number) {
            return id.equals(ITEM) && number == 2
                    ? Optional.of(Samples.version(2, Outcome.PENDING, content))
                    : Optional.empty();
        }

        @Override
        public Content content(Identity viewer, VersionId id) {
            return content;
        }
    }
}
