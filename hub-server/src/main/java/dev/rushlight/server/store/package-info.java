/** The hub's own database schema, {@code hub}, and the way to it. */
@NullMarked
package dev.rushlight.server.store;

import org.jspecify.annotations.NullMarked;
