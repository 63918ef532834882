/** The commands that speak to a hub over the wire like any other client, without an installation of their own. */
@NullMarked
package dev.rushlight.tools.hub;

import org.jspecify.annotations.NullMarked;
