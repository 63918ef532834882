package dev.rushlight.hub.media;

import dev.rushlight.hub.media.UploadCalls.Draft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * An upload in the making: what to send, and the component that it becomes.
 *
 * <p>The server hears of a small file's component when all bytes are there, of one that goes in parts at the start; if the
 * bytes do not get there, the component is removed. It stays where nobody knows whether the server took it in after all.
 * Large files are sent in parts, some at a time, and never held in memory. The file must not change meanwhile.
 */
public final class Upload {

    private final Uploads uploads;
    private final Supplier<Content> content;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private String id = UUID.randomUUID().toString();
    private String name;
    private String fileType;
    private Optional<String> versionId = Optional.empty();
    private String locationId = Media.SERVER_LOCATION;
    private Progress progress = (done, total) -> {};

    Upload(Uploads uploads, String fileName, Supplier<Content> content) {
        this.uploads = uploads;
        this.content = content;
        var dot = fileName.lastIndexOf('.');
        var split = dot > 0 && dot < fileName.length() - 1;
        name = split ? fileName.substring(0, dot) : fileName;
        fileType = split ? fileName.substring(dot) : "";
    }

    /** The component's id, if a random one will not do; it must be new. */
    public Upload componentId(String newId) {
        id = newId;
        return this;
    }

    /** The component's name, such as {@code ftrackreview-mp4}; that of the file without its extension unless said otherwise. */
    public Upload name(String componentName) {
        name = componentName;
        return this;
    }

    /** The extension with its dot; that of the file unless said otherwise. */
    public Upload fileType(String extension) {
        fileType = extension;
        return this;
    }

    /** The asset version that the component belongs to. */
    public Upload version(String assetVersionId) {
        versionId = Optional.of(assetVersionId);
        return this;
    }

    /** Adds metadata; what a reviewing page needs to know is JSON text under the key {@code ftr_meta}. */
    public Upload metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /** The location that the component is said to be in; {@code ftrack.server} unless said otherwise. */
    public Upload location(String id) {
        locationId = id;
        return this;
    }

    public Upload progress(Progress listener) {
        progress = listener;
        return this;
    }

    /**
     * Sends it and waits until the server has it.
     *
     * <p>If the server refuses before any byte was sent, that is thrown as it is thrown for any other call.
     *
     * @throws TransferFailed if the bytes did not get there, or the server did not take the component in, or nobody knows
     *     whether it did although it was asked for ten times as long as a call may take
     * @throws java.util.concurrent.CancellationException if this thread is interrupted, which it then still is
     */
    public Component run() {
        return run(progress);
    }

    /** Sends it in the background; cancelling the future ends the transfers soon. */
    public CompletableFuture<Component> start() {
        var listener = progress;
        return Background.start("media-upload", () -> run(listener));
    }

    private Component run(Progress listener) {
        return uploads.run(content, listener, this::draft);
    }

    private Draft draft(long size) {
        return new Draft(new Component(id, name, fileType, size), versionId, Map.copyOf(metadata), locationId);
    }
}
