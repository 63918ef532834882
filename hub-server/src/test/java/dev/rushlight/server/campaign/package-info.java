/** Campaigns: the client against the real hub over links that fail, with a history that a separate checker judges. */
@NullMarked
package dev.rushlight.server.campaign;

import org.jspecify.annotations.NullMarked;
