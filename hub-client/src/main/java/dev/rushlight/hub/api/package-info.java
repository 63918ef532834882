/** The API session with an ftrack-compatible server: entities, batched calls, plugins, and a connection test. */
@NullMarked
package dev.rushlight.hub.api;

import org.jspecify.annotations.NullMarked;
