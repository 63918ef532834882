package dev.rushlight.server;

/** What the hub does right now: open connections, their subscriptions, and what passed since it was opened. */
public record HubActivity(int connections, int subscriptions, long eventsReceived, long eventsDelivered) {}
