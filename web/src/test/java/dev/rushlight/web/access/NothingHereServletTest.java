package dev.rushlight.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.fakeservlet.FakeResponse;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NothingHereServletTest {
    private final FakeRequest request = new FakeRequest(FakeHttpSession.Companion.create(new FakeContext()));
    private final FakeResponse response = new FakeResponse();

    @Test
    void anAddressThatNobodyServesIsNotFound() throws Exception {
        new NothingHereServlet().service(request, response);

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getBufferAsString()).isEqualTo("{\"error\":\"There is nothing at this address\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400, The request cannot be read",
        "403, 403, This is not allowed",
        "404, 404, There is nothing at this address",
        "405, 405, This address does not answer GET",
        "501, 405, This address does not answer GET"
    })
    void whatTheContainerWouldAnswerIsSaidInOneLine(int reported, int answered, String words) throws Exception {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, reported);

        new NothingHereServlet().service(request, response);

        assertThat(response.getStatus()).isEqualTo(answered);
        assertThat(response.getBufferAsString()).isEqualTo("{\"error\":\"" + words + "\"}");
    }
}
