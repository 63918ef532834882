/** The command line behind {@code ./rushlight}: what it checks before a start, and set-up without a browser. */
@NullMarked
package dev.rushlight.tools;

import org.jspecify.annotations.NullMarked;
