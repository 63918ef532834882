/** Whose votes count and how: pure functions from votes to an outcome and its explanation. */
@NullMarked
package dev.rushlight.policy;

import org.jspecify.annotations.NullMarked;
