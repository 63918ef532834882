/** A studio's server kept in memory: schemas, entities, a query language and media, written apart from the client. */
@NullMarked
package dev.rushlight.hub.peer.studio;

import org.jspecify.annotations.NullMarked;
