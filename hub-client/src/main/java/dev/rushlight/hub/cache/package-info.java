/** Where entities that were read once are kept: memory, files shared by processes, or both in layers. */
@NullMarked
package dev.rushlight.hub.cache;

import org.jspecify.annotations.NullMarked;
