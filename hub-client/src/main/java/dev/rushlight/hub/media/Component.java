package dev.rushlight.hub.media;

/**
 * A file as a server knows it.
 *
 * @param name without the extension
 * @param fileType the extension with its dot, or empty
 */
public record Component(String id, String name, String fileType, long size) {

    public Component {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A component needs an id and a name");
        }
        if (!fileType.isEmpty() && (fileType.length() == 1 || fileType.charAt(0) != '.')) {
            throw new IllegalArgumentException("A file type starts with a dot, as in \".mp4\", not " + fileType);
        }
        if (size < 0) {
            throw new IllegalArgumentException("A size cannot be " + size);
        }
    }

    public String fileName() {
        return name + fileType;
    }
}
