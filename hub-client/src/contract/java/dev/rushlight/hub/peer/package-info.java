/** A server for tests that speaks the wire by hand and misbehaves on demand. */
@NullMarked
package dev.rushlight.hub.peer;

import org.jspecify.annotations.NullMarked;
