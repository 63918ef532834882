/** Events, the expressions that select them, and the hub connection that publishes and delivers them. */
@NullMarked
package dev.rushlight.hub.event;

import org.jspecify.annotations.NullMarked;
