package dev.rushlight.server.http;

import jakarta.json.JsonStructure;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes JSON as an answer. */
public final class JsonReply {
    private JsonReply() {}

    /** Sends the text of the given JSON, in UTF-8 and never cached. */
    public static void send(HttpServletResponse response, int status, JsonStructure json) throws IOException {
        var bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
