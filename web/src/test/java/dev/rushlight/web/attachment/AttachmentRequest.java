package dev.rushlight.web.attachment;

import com.github.mvysny.fakeservlet.FakeContext;
import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a browser sends that asks for a file, or brings one. */
final class AttachmentRequest extends FakeRequest {

    private final String path;
    private final String bytes;
    private final Map<String, List<String>> headers;

    AttachmentRequest(String path, String bytes, Map<String, List<String>> headers) {
        super(FakeHttpSession.Companion.create(new FakeContext()));
        this.path = path;
        this.bytes = bytes;
        this.headers = headers;
    }

    @Override
    public String getPathInfo() {
        return path;
    }

    @Override
    public String getHeader(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    @Override
    public long getContentLengthLong() {
        return Optional.ofNullable(getHeader("Content-Length"))
                .map(Long::valueOf)
                .orElse(-1L);
    }

    @Override
    public ServletInputStream getInputStream() {
        var stream = new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8));
        return new ServletInputStream() {

            @Override
            public boolean isFinished() {
                return stream.available() == 0;
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
                return stream.read();
            }
        };
    }
}
