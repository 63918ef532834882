/** The door: set-up, invitations, signing in and out, who is behind a page, and what every response says to a browser. */
@NullMarked
package dev.rushlight.web.access;

import org.jspecify.annotations.NullMarked;
