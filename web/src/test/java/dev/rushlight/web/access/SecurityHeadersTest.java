package dev.rushlight.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    @Test
    void everyResponseKeepsBrowsersFromGuessingFramingAndTelling() throws Exception {
        var headers = headers(false);
        assertThat(headers)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("Referrer-Policy", "same-origin")
                .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
                .doesNotContainKey("Strict-Transport-Security");
        assertThat(headers.get("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
    }

    @Test
    void anEncryptedConnectionIsAskedForAgain() throws Exception {
        assertThat(headers(true)).containsKey("Strict-Transport-Security");
    }

    private static Map<String, String> headers(boolean secure) throws Exception {
        var headers = new HashMap<String, String>();
        var response = (HttpServletResponse) Proxy.newProxyInstance(
                SecurityHeadersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> headers.put((String) arguments[0], (String) arguments[1]));
        var request = (ServletRequest) Proxy.newProxyInstance(
                SecurityHeadersTest.class.getClassLoader(),
                new Class<?>[] {ServletRequest.class},
                (proxy, method, arguments) -> secure);
        new SecurityHeaders().doFilter(request, response, (passed, on) -> {});
        return headers;
    }
}
