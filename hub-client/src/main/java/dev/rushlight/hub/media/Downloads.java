package dev.rushlight.hub.media;

import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.ServerHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gets files from the server, or from where it says that they are. */
final class Downloads {

    private static final int MOST_REDIRECTS = 5;

    private final HubSettings settings;
    private final Storage storage;

    Downloads(Storage storage) {
        this.settings = storage.settings();
        this.storage = storage;
    }

    /** @return the size of the file */
    long run(String path, Map<String, String> query, Path target, long most, Progress progress) {
        var address = SecretAddress.own(URI.create(settings.server() + path + "?" + text(query)));
        var meter = new Meter(progress, -1);
        try (var partial = PartialFile.beside(target, most, meter)) {
            storage.patience()
                    .keepTrying(
                            "Getting %s from %s".formatted(query.get("id"), settings.server()),
                            meter,
                            meter::report,
                            () -> getOnce(address, partial, meter));
            meter.total(partial.size());
            meter.report();
            partial.moveTo(target);
            return partial.size();
        } catch (RuntimeException e) {
            throw Patience.outcome(e);
        }
    }

    private PartialFile getOnce(SecretAddress first, PartialFile partial, Meter meter) throws IOException {
        var address = first;
        for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var answer = exchange(address, address == first, partial, meter);
            if (answer.statusCode() < 300 || answer.statusCode() >= 400) {
                requireTaken(answer, address, partial);
                return partial;
            }
            var location = answer.headers().firstValue("location").orElse("");
            if (location.isEmpty()) {
                throw Storage.refused(answer.statusCode(), address);
            }
            address = address.redirected(location, settings);
        }
        throw new TransferFailed("%s leads from one address to the next".formatted(first));
    }

    private HttpResponse<Boolean> exchange(SecretAddress address, boolean own, PartialFile partial, Meter meter)
            throws IOException {
        var request = HttpRequest.newBuilder(address.uri()).GET();
        if (own) {
            settings.requestHeaders().forEach(request::setHeader);
            if (!settings.cookies().isEmpty()) {
                request.setHeader("Cookie", ServerHttp.cookieHeader(settings.cookies()));
            }
        }
        partial.resumption().forEach(request::setHeader);
        var pulse = new Pulse();
        return storage.get(request.build(), head -> partial.receiver(head, pulse), pulse, meter::report);
    }

    private static void requireTaken(HttpResponse<Boolean> answer, SecretAddress address, PartialFile partial)
            throws IOException {
        var status = answer.statusCode();
        Storage.requireNotPassing(status);
        if (status == 416) {
            partial.startOver();
            throw new IOException("HTTP 416");
        }
        if (status == 404) {
            throw new TransferFailed("%s has no such file".formatted(address));
        }
        if (!answer.body()) {
            throw Storage.refused(status, address);
        }
    }

    /** The credentials that this address of the server wants; keys may have any characters. */
    private String text(Map<String, String> query) {
        var all = new TreeMap<>(query);
        all.put("username", settings.credentials().user());
        all.put("apiKey", settings.credentials().key());
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
