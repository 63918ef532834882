/** {@code POST /api}: batches of operations, answered all together or not at all. */
@NullMarked
package dev.rushlight.server.api;

import org.jspecify.annotations.NullMarked;
