package dev.rushlight.hub.peer;

import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpRequest;
import dev.rushlight.hub.peer.studio.Studio;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Uploads to signed addresses and downloads of components over HTTP. */
final class StudioMedia {

    private static final Pattern UPLOAD = Pattern.compile("/upload/([0-9a-f-]+)(?:/(\\d+))?");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final Studio studio;

    StudioMedia(Studio studio) {
        this.studio = studio;
    }

    HttpAnswer answer(HttpRequest request) {
        var address = URI.create(request.path());
        var upload = UPLOAD.matcher(address.getPath());
        if (upload.matches()) {
            return upload(request, upload.group(1), Optional.ofNullable(upload.group(2)));
        }
        var query = query(address);
        if (!studio.knows(query.getOrDefault("username", ""), query.getOrDefault("apiKey", ""))) {
            return HttpAnswer.of(403, "");
        }
        return switch (address.getPath()) {
            case "/component/get", "/component/thumbnail" -> content(request, query.getOrDefault("id", ""));
            case "/component/remove" -> {
                studio.shelf().remove(query.getOrDefault("id", ""));
                yield HttpAnswer.ok("");
            }
            default -> HttpAnswer.of(404, "");
        };
    }

    /** Whoever signs an address needs no credentials with it, and must not be told any. */
    private HttpAnswer upload(HttpRequest request, String ticket, Optional<String> part) {
        if (!request.method().equals("PUT") || request.headers().containsKey("ftrack-api-key")) {
            return HttpAnswer.of(403, "");
        }
        if (part.isEmpty()) {
            var md5 = Optional.ofNullable(request.headers().get("content-md5"));
            return HttpAnswer.of(studio.shelf().put(ticket, request.bytes(), md5), "");
        }
        return studio.shelf()
                .putPart(ticket, Integer.parseInt(part.get()), request.bytes())
                .map(tag -> new HttpAnswer(200, "ETag: \"" + tag + "\"\r\n", ""))
                .orElse(HttpAnswer.of(403, ""));
    }

    private HttpAnswer content(HttpRequest request, String component) {
        var content = studio.shelf().get(component);
        if (content.isEmpty()) {
            return HttpAnswer.of(404, "");
        }
        var bytes = content.get();
        var range = RANGE.matcher(request.headers().getOrDefault("range", ""));
        if (!range.matches()) {
            return new HttpAnswer(200, "", bytes);
        }
        var from = Integer.parseInt(range.group(1));
        var to = range.group(2).isEmpty() ? bytes.length - 1 : Integer.parseInt(range.group(2));
        if (from >= bytes.length) {
            return new HttpAnswer(416, "Content-Range: bytes */" + bytes.length + "\r\n", "");
        }
        var last = Math.min(to, bytes.length - 1);
        return new HttpAnswer(
                206,
                "Content-Range: bytes %s-%s/%s\r\n".formatted(from, last, bytes.length),
                Arrays.copyOfRange(bytes, from, last + 1));
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(
                        Optional.ofNullable(address.getRawQuery()).orElse("").split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, second) -> second));
    }
}
