/** What holds for this library at any server, as abstract tests that each server's own tests extend. */
@NullMarked
package dev.rushlight.hub.contract;

import org.jspecify.annotations.NullMarked;
