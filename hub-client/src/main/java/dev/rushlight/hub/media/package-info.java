/** Files of any size on their way to and from a server. */
@NullMarked
package dev.rushlight.hub.media;

import org.jspecify.annotations.NullMarked;
