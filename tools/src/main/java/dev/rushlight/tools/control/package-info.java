/** Headless set-up of an installation, through its running server or, without one, in its database. */
@NullMarked
package dev.rushlight.tools.control;

import org.jspecify.annotations.NullMarked;
