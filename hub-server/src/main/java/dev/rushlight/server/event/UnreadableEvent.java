package dev.rushlight.server.event;

/**
 * What a client published and the hub could not read, so that nobody was told of it.
 *
 * @param username whose key opened the client's connection
 * @param text what came instead of an event, as it came
 * @param why what is wrong with it, and where
 */
public record UnreadableEvent(String username, String text, String why) {}
