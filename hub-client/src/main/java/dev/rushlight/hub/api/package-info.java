/** The API session with an ftrack-compatible server: batched calls, what the server says of itself, and a connection test. */
@NullMarked
package dev.rushlight.hub.api;

import org.jspecify.annotations.NullMarked;
