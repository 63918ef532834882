package dev.rushlight.server.event;

/** A client sent a message that is longer than the hub takes. */
final class MessageTooLong extends Exception {
    MessageTooLong(int longest) {
        super("A message is longer than %s bytes".formatted(longest));
    }
}
