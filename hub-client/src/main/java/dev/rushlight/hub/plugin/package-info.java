/** Jars that extend a session, each loaded by itself so that a broken one harms no other. */
@NullMarked
package dev.rushlight.hub.plugin;

import org.jspecify.annotations.NullMarked;
