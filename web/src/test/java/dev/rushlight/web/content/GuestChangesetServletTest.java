package dev.rushlight.web.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.fakeservlet.FakeResponse;
import dev.rushlight.review.Change;
import dev.rushlight.review.ChangeAction;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.web.testing.MemoryGuests;
import dev.rushlight.web.testing.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuestChangesetServletTest {

    private final MemoryGuests guests = new MemoryGuests();
    private final GuestPass pass = guests.enter("code", "", "192.0.2.1");
    private boolean cameIn = true;

    @Test
    void aGuestReadsTheFilesOfTheVersionThatTheySee() throws Exception {
        changeset();
        assertThat(new ChangesetAddress(guests.first, 1).forGuests())
                .isEqualTo("content/guest/%s/1/diff".formatted(guests.first));
        var answer = get("/%s/1/diff".formatted(guests.first));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBufferAsString()).contains("rig/arm.py", "+limit = 165");
    }

    @Test
    void whatTheGuestDoesNotSeeIsNotThere() throws Exception {
        changeset();
        assertThat(get("/%s/2/diff".formatted(guests.first)).getStatus()).isEqualTo(404);
        assertThat(get("/" + guests.first).getStatus()).isEqualTo(404);
        guests.over = true;
        assertThat(get("/%s/1/diff".formatted(guests.first)).getStatus()).isEqualTo(404);
    }

    @Test
    void whatHasNoFilesIsNotThere() throws Exception {
        guests.content = Samples.video("http://artist/v1.mp4");
        assertThat(get("/%s/1/diff".formatted(guests.first)).getStatus()).isEqualTo(404);
    }

    @Test
    void whoeverDidNotComeInGetsNothing() throws Exception {
        changeset();
        cameIn = false;
        assertThat(get("/%s/1/diff".formatted(guests.first)).getStatus()).isEqualTo(401);
    }

    private void changeset() {
        guests.content = new ChangesetContent(List.of(new Change(
                "rig/arm.py",
                Optional.empty(),
                ChangeAction.MODIFY,
                Optional.of("@@ -3 +3 @@\n-limit = 180\n+limit = 165\n"))));
    }

    private FakeResponse get(String path) throws Exception {
        var request = new FakeRequest(FakeHttpSession.Companion.create(new FakeContext())) {
            @Override
            public String getPathInfo() {
                return path;
            }
        };
        if (cameIn) {
            request.getSession(true).setAttribute(GuestPass.class.getName(), pass);
        }
        var response = new FakeResponse();
        new GuestChangesetServlet(guests).doGet(request, response);
        return response;
    }
}
