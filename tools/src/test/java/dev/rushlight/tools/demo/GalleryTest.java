package dev.rushlight.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GalleryTest {

    private static final String CLIP = "descent-v1.mp4";

    private final Gallery gallery = Gallery.open(0);
    private final HttpClient http = HttpClient.newHttpClient();
    private final byte[] clip = DemoFiles.read(CLIP).orElseThrow();

    @AfterEach
    void close() {
        gallery.close();
    }

    @Test
    void aPictureIsServedWholeToPagesOfAnyOrigin() throws Exception {
        var response = send(request(CLIP).GET());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(clip);
        assertThat(header(response, "Content-Type")).isEqualTo("video/mp4");
        assertThat(header(response, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void aRangeIsServedAsThePartItNames() throws Exception {
        var response = send(request(CLIP).header("Range", "bytes=100-199").GET());

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(header(response, "Content-Range")).isEqualTo("bytes 100-199/" + clip.length);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(clip, 100, 200));
    }

    @Test
    void aRangeOutsideTheFileIsRefusedWithItsSize() throws Exception {
        var response = send(request(CLIP).header("Range", "bytes=99999999-").GET());

        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(header(response, "Content-Range")).isEqualTo("bytes */" + clip.length);
    }

    @Test
    void severalRangesAreAnsweredWithTheWholeFile() throws Exception {
        var response = send(request(CLIP).header("Range", "bytes=0-1,4-5").GET());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).hasSameSizeAs(clip);
    }

    @Test
    void headSaysHowLongTheFileIsAndSendsNothing() throws Exception {
        var response = send(request(CLIP).method("HEAD", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Length")).isEqualTo(Integer.toString(clip.length));
        assertThat(response.body()).isEmpty();
    }

    @Test
    void aPreflightRequestMayAskForRanges() throws Exception {
        var response = send(request(CLIP).method("OPTIONS", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(header(response, "Access-Control-Allow-Headers")).isEqualTo("Range");
    }

    @Test
    void nothingButPicturesIsServed() throws Exception {
        assertThat(send(request("production.json").GET()).statusCode()).isEqualTo(404);
        assertThat(send(request("..%2flogging.properties").GET()).statusCode()).isEqualTo(404);
        assertThat(send(request("no-such.mp4").GET()).statusCode()).isEqualTo(404);
        assertThat(send(request("").GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingCanBePut() throws Exception {
        assertThat(send(request(CLIP).PUT(BodyPublishers.ofString("x"))).statusCode())
                .isEqualTo(405);
    }

    @Test
    void theSamePortIsUsedAgainWhenItIsFreeAndAnotherWhenItIsNot() {
        try (var other = Gallery.open(gallery.port())) {
            assertThat(other.port()).isNotEqualTo(gallery.port());
        }
        gallery.close();
        try (var again = Gallery.open(gallery.port())) {
            assertThat(again.port()).isEqualTo(gallery.port());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gallery.url(path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
