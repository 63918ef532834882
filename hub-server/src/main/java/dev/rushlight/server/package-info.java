/** The embedded hub: an ftrack-compatible event server and API that lives inside another web application. */
@NullMarked
package dev.rushlight.server;

import org.jspecify.annotations.NullMarked;
