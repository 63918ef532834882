/** The transport of event hubs, socket.io protocol revision 1: packets, handshake and the WebSocket itself. */
@NullMarked
package dev.rushlight.hub.socketio;

import org.jspecify.annotations.NullMarked;
