package dev.rushlight.hub.event;

/** What a hub still owes somebody: all zero when everything was settled. */
record HubCounts(int publications, int packets, int replies) {}
