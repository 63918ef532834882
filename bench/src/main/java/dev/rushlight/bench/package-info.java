/** What the client costs, measured beside what the same work costs without it, in one run. */
@NullMarked
package dev.rushlight.bench;

import org.jspecify.annotations.NullMarked;
