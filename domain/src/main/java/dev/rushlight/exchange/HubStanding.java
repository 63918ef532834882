package dev.rushlight.exchange;

/** How far an owed event has come at one of the hubs that shall hear of it. */
public record HubStanding(ConnectionId connection, Standing standing) {}
