/** The queue: what waits for a decision and what was decided, newest activity first, live. */
@NullMarked
package dev.rushlight.web.queue;

import org.jspecify.annotations.NullMarked;
