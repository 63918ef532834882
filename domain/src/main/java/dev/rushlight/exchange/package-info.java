/** What is owed to a hub and what was already taken from one: the outbox and the inbox. */
@NullMarked
package dev.rushlight.exchange;

import org.jspecify.annotations.NullMarked;
