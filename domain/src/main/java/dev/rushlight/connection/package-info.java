/** The hubs that an administrator has saved, their sealed keys, and the administrator's view of what they exchanged. */
@NullMarked
package dev.rushlight.connection;

import org.jspecify.annotations.NullMarked;
