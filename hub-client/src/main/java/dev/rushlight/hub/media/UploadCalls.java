package dev.rushlight.hub.media;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/** What a server is told around an upload: first where to, and when the bytes are there, that they are. */
final class UploadCalls {

    private static final int MOST_HEADERS = 64;

    // A server may go on joining parts for long after the call that asked for it has timed out.
    private static final int STALLS_TO_JOIN = 10;

    private final Batches server;
    private final Patience patience;

    UploadCalls(Batches server, Patience patience) {
        this.server = server;
        this.patience = patience;
    }

    /** Everything about a component that is to be. */
    record Draft(Component component, Optional<String> versionId, Map<String, String> metadata, String locationId) {}

    /** Where one body goes and with which headers. */
    record SingleTicket(String url, Map<String, String> headers) {}

    /** Where the parts go, the first one first. */
    record MultipartTicket(String uploadId, List<String> urls) {}

    /** Asks for an address; the server need not know the component yet. */
    SingleTicket prepareSingle(Draft draft, String checksum) {
        var results = server.call(List.of(
                whereItIs(draft),
                Operations.action("get_upload_metadata")
                        .add("component_id", draft.component().id())
                        .add("file_name", draft.component().fileName())
                        .add("file_size", draft.component().size())
                        .add("checksum", checksum)
                        .build()));
        requireAbsent(results.get(0), draft);
        var answer = Answers.object(results.get(1), "get_upload_metadata");
        return new SingleTicket(Answers.text(answer, "url", "get_upload_metadata"), headers(answer));
    }

    /**
     * Creates the component and asks for the addresses of its parts, which are to be read with {@link #ticket}.
     *
     * @throws TransferFailed if the component is there already
     */
    JsonArray prepareMultipart(Draft draft, int parts) {
        var results = announce(draft, parts);
        requireAbsent(results.get(0), draft);
        return results;
    }

    /** What got no answer may have been done. */
    private JsonArray announce(Draft draft, int parts) {
        try {
            return server.call(List.of(
                    whereItIs(draft),
                    createComponent(draft),
                    Operations.action("get_upload_metadata")
                            .add("component_id", draft.component().id())
                            .add("file_name", draft.component().fileName())
                            .add("file_size", draft.component().size())
                            .add("parts", parts)
                            .build()));
        } catch (RuntimeException e) {
            if (!server.isRefusal(e)) {
                discard(draft.component(), e);
            }
            throw e;
        }
    }

    MultipartTicket ticket(JsonArray results, int parts) {
        var answer = Answers.object(results.get(2), "get_upload_metadata");
        return new MultipartTicket(
                Answers.text(answer, "upload_id", "get_upload_metadata"), urlsInOrder(answer, parts));
    }

    /**
     * Makes the component and says that its bytes are there.
     *
     * @param tick runs ten times a second while this waits for what becomes of it
     */
    void registerSingle(Draft draft, Runnable tick) {
        register(draft, createComponent(draft), tick);
    }

    /** Has the parts joined, which may take a server long, and says that the bytes are there. */
    void registerMultipart(Draft draft, String uploadId, List<String> eTags, Runnable tick) {
        var parts = Operations.list();
        for (var i = 0; i < eTags.size(); i++) {
            parts.add(Operations.object().add("part_number", i + 1).add("e_tag", eTags.get(i)));
        }
        register(
                draft,
                Operations.action("complete_multipart_upload")
                        .add("upload_id", uploadId)
                        .add("component_id", draft.component().id())
                        .add("parts", parts)
                        .build(),
                tick);
    }

    private void register(Draft draft, JsonObject first, Runnable tick) {
        var batch = new ArrayList<JsonObject>();
        batch.add(first);
        new TreeMap<>(draft.metadata()).forEach((key, value) -> batch.add(createMetadata(draft, key, value)));
        batch.add(createLocation(draft));
        try {
            server.call(batch);
        } catch (RuntimeException e) {
            var refused = server.isRefusal(e);
            // A refusal may be of what a gateway sent twice.
            if (refused ? !isThere(draft, e) : !patience.waitUntil(() -> isThere(draft, e), longestJoining(), tick)) {
                throw notTakenIn(draft, e, refused);
            }
        }
    }

    private Duration longestJoining() {
        return patience.stall().multipliedBy(STALLS_TO_JOIN);
    }

    private static TransferFailed notTakenIn(Draft draft, RuntimeException failure, boolean refused) {
        var component = draft.component();
        return refused
                ? new TransferFailed(
                        "All bytes of %s were sent, but the server did not take in component %s"
                                .formatted(component.fileName(), component.id()),
                        failure)
                : TransferFailed.withUnknownOutcome(
                        "All bytes of %s were sent, but nobody knows whether the server took in component %s"
                                .formatted(component.fileName(), component.id()),
                        failure);
    }

    /** A batch is done as a whole, so one of its traces tells whether it was done. */
    private boolean isThere(Draft draft, RuntimeException failure) {
        try {
            return !Answers.data(server.call(List.of(whereItIs(draft))).get(0)).isEmpty();
        } catch (RuntimeException e) {
            suppressOne(failure, e);
            return false;
        }
    }

    /**
     * Removes a component that is of no use without its bytes, also for a thread that was interrupted; that is tried again
     * when nobody knows whether it was done, because what is gone can be removed again.
     *
     * @param failure hears why the component could not be removed
     */
    void discard(Component component, Throwable failure) {
        var interrupted = Thread.interrupted();
        try {
            patience.waitUntil(
                    () -> isDiscarded(component, failure), interrupted ? Duration.ZERO : patience.stall(), () -> {});
        } catch (CancellationException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isDiscarded(Component component, Throwable failure) {
        try {
            server.call(List.of(Operations.delete("FileComponent", component.id())));
            return true;
        } catch (RuntimeException e) {
            suppressOne(failure, e);
            return server.isRefusal(e);
        }
    }

    /** Keeps what went wrong besides, but not each time that it does. */
    private static void suppressOne(Throwable failure, Throwable other) {
        if (failure != other && failure.getSuppressed().length == 0) {
            failure.addSuppressed(other);
        }
    }

    private static JsonObject whereItIs(Draft draft) {
        return Operations.query(
                "select resource_identifier from ComponentLocation where component_id is %s and location_id is %s"
                        .formatted(Operations.quoted(draft.component().id()), Operations.quoted(draft.locationId())));
    }

    private static void requireAbsent(JsonValue found, Draft draft) {
        if (!Answers.data(found).isEmpty()) {
            throw new TransferFailed("Component %s is in location %s already"
                    .formatted(draft.component().id(), draft.locationId()));
        }
    }

    private static JsonObject createComponent(Draft draft) {
        var component = draft.component();
        var data = Operations.object()
                .add("id", component.id())
                .add("name", component.name())
                .add("file_type", component.fileType())
                .add("size", component.size());
        draft.versionId().ifPresent(version -> data.add("version_id", version));
        return Operations.create("FileComponent", List.of(component.id()), data);
    }

    private static JsonObject createMetadata(Draft draft, String key, String value) {
        var parent = draft.component().id();
        var data = Operations.object()
                .add("parent_id", parent)
                .add("parent_type", "FileComponent")
                .add("key", key)
                .add("value", value);
        return Operations.create("Metadata", List.of(parent, key), data);
    }

    private static JsonObject createLocation(Draft draft) {
        var id = UUID.randomUUID().toString();
        var component = draft.component().id();
        var data = Operations.object()
                .add("id", id)
                .add("component_id", component)
                .add("location_id", draft.locationId())
                .add("resource_identifier", component);
        return Operations.create("ComponentLocation", List.of(id), data);
    }

    private static Map<String, String> headers(JsonObject answer) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var given = answer.getOrDefault("headers", JsonValue.NULL);
        if (given instanceof JsonObject object && object.size() <= MOST_HEADERS) {
            object.keySet().forEach(name -> headers.put(name, Answers.text(object, name, "get_upload_metadata")));
        } else if (given != JsonValue.NULL) {
            throw Answers.unexpected("get_upload_metadata");
        }
        return headers;
    }

    private static List<String> urlsInOrder(JsonObject answer, int parts) {
        var urls = new TreeMap<Integer, String>();
        for (var item : Answers.list(answer, "urls", "get_upload_metadata")) {
            var part = Answers.object(item, "get_upload_metadata");
            urls.put(
                    Answers.number(part, "part_number", "get_upload_metadata"),
                    Answers.text(part, "signed_url", "get_upload_metadata"));
        }
        if (urls.size() != parts || urls.firstKey() != 1 || urls.lastKey() != parts) {
            throw new TransferFailed("The server was asked for addresses of %d parts and gave others".formatted(parts));
        }
        return List.copyOf(urls.values());
    }
}
