package dev.rushlight.web.annotation;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import dev.rushlight.web.access.OwnPage;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What one of our own pages sends, unless a header says otherwise. */
final class PageRequest extends FakeRequest {

    private final String path;
    private final byte[] body;

    PageRequest(String path, String body) {
        super(FakeHttpSession.Companion.create(new FakeContext()));
        this.path = path;
        this.body = body.getBytes(StandardCharsets.UTF_8);
        with(OwnPage.MARK, "annotations").with("Host", "review.example");
    }

    PageRequest with(String header, String value) {
        getHeaders().put(header, List.of(value));
        return this;
    }

    PageRequest without(String header) {
        getHeaders().remove(header);
        return this;
    }

    @Override
    public String getPathInfo() {
        return path;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(new ByteArrayInputStream(body));
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read() {
            return bytes.read();
        }
    }
}
