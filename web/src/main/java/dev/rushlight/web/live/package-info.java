/** Tells open pages what changed: hears domain events and hub states, and wakes the pages that asked, at a bearable pace. */
@NullMarked
package dev.rushlight.web.live;

import org.jspecify.annotations.NullMarked;
