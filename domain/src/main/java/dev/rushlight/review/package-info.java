/** Review items, their versions, the votes on them and the decisions that follow. */
@NullMarked
package dev.rushlight.review;

import org.jspecify.annotations.NullMarked;
