package dev.rushlight.hub.plugin;

/** What was found where a plugin should be is none. */
final class NotAPlugin extends RuntimeException {

    NotAPlugin(String reason) {
        super(reason);
    }
}
