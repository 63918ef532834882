/** Mends what goes wrong in the application server around this application, where it cannot be configured away. */
@NullMarked
package dev.rushlight.web.container;

import org.jspecify.annotations.NullMarked;
