/** Values that everything about a hub is built from: settings, credentials, states, and safe reading of JSON text. */
@NullMarked
package dev.rushlight.hub;

import org.jspecify.annotations.NullMarked;
