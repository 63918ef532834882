package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Media by component, and the signed addresses by which it gets there. */
public final class Shelf {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final String origin;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private final Map<String, byte[]> media = new ConcurrentHashMap<>();

    /** A promise to take an upload; parts are empty for one that comes in one piece. */
    private record Ticket(String component, long size, Optional<String> md5, int parts, Map<Integer, byte[]> came) {}

    Shelf(String origin) {
        this.origin = origin;
    }

    public boolean has(String component) {
        return media.containsKey(component);
    }

    public Optional<byte[]> get(String component) {
        return Optional.ofNullable(media.get(component));
    }

    public void remove(String component) {
        media.remove(component);
    }

    /**
     * Takes an upload in one piece.
     *
     * @return the status of the answer: 200, or why not
     */
    public int put(String ticket, byte[] bytes, Optional<String> md5) {
        var promised = tickets.get(ticket);
        if (promised == null || promised.parts() > 0) {
            return 403;
        }
        if (bytes.length != promised.size() || !md5.equals(promised.md5().or(() -> md5))) {
            return 403;
        }
        if (!md5.equals(Optional.of(base64Md5(bytes)).filter(it -> md5.isPresent()))) {
            return 400;
        }
        media.put(promised.component(), bytes);
        return 200;
    }

    /** Takes one part of an upload and says its ETag; nothing if it is not expected. */
    public Optional<String> putPart(String ticket, int part, byte[] bytes) {
        var promised = tickets.get(ticket);
        if (promised == null || part < 1 || part > promised.parts()) {
            return Optional.empty();
        }
        promised.came().put(part, bytes);
        return Optional.of(HexFormat.of().formatHex(digest(bytes)));
    }

    /** A component need not exist yet when its media comes. */
    JsonObject uploadMetadata(JsonObject operation) {
        var id = UUID.randomUUID().toString();
        var component = operation.getString("component_id");
        var size = operation.getJsonNumber("file_size").longValue();
        var md5 = operation.get("checksum") instanceof JsonString text
                ? Optional.of(text.getString())
                : Optional.<String>empty();
        var parts = operation.get("parts") instanceof JsonNumber number ? number.intValueExact() : 0;
        tickets.put(id, new Ticket(component, size, md5, parts, new ConcurrentHashMap<>()));
        var answer =
                JSON.createObjectBuilder().add("action", "get_upload_metadata").add("component_id", component);
        if (parts > 0) {
            var urls = JSON.createArrayBuilder();
            for (var part = 1; part <= parts; part++) {
                urls.add(JSON.createObjectBuilder()
                        .add("part_number", part)
                        .add("signed_url", "%s/upload/%s/%s?signature=%s".formatted(origin, id, part, id)));
            }
            return answer.add("upload_id", id).add("urls", urls).build();
        }
        var headers = JSON.createObjectBuilder()
                .add("Content-Type", contentType(operation.getString("file_name")))
                .add("Content-Length", String.valueOf(size));
        md5.ifPresent(it -> headers.add("Content-MD5", it));
        return answer.add("url", "%s/upload/%s?signature=%s".formatted(origin, id, id))
                .add("headers", headers)
                .build();
    }

    /** Puts the parts together; every one must have come with the ETag that is named. */
    JsonObject complete(JsonObject operation) {
        var id = operation.getString("upload_id");
        var ticket = tickets.get(id);
        if (ticket == null || !ticket.component().equals(operation.getString("component_id"))) {
            throw Refused.invalid("There is no upload %s of this component", id);
        }
        var named = operation.getJsonArray("parts").getValuesAs(JsonObject.class);
        if (named.size() != ticket.parts()) {
            throw Refused.invalid("%s parts are expected, not %s", ticket.parts(), named.size());
        }
        var whole = new ByteArrayOutputStream();
        for (var i = 1; i <= named.size(); i++) {
            var bytes = Optional.ofNullable(ticket.came().get(i)).orElse(new byte[0]);
            var part = named.get(i - 1);
            if (part.getInt("part_number") != i
                    || !part.getString("e_tag").equals(HexFormat.of().formatHex(digest(bytes)))) {
                throw Refused.invalid("Part %s did not come as it is named", i);
            }
            whole.writeBytes(bytes);
        }
        if (whole.size() != ticket.size()) {
            throw Refused.invalid("%s bytes are expected, not %s", ticket.size(), whole.size());
        }
        media.put(ticket.component(), whole.toByteArray());
        tickets.remove(id);
        return JSON.createObjectBuilder()
                .add("action", "complete_multipart_upload")
                .add("component_id", ticket.component())
                .add("url", origin + "/component/get?id=" + ticket.component())
                .build();
    }

    private static String contentType(String fileName) {
        var types = Map.of("mp4", "video/mp4", "png", "image/png", "jpg", "image/jpeg", "pdf", "application/pdf");
        return Arrays.stream(fileName.split("\\."))
                .reduce((first, last) -> last)
                .map(types::get)
                .orElse("application/octet-stream");
    }

    private static String base64Md5(byte[] bytes) {
        return Base64.getEncoder().encodeToString(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
