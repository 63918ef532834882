/** Where hubs and reviews meet: submissions come in, receipts and decisions go out. */
@NullMarked
package dev.rushlight.web.bridge;

import org.jspecify.annotations.NullMarked;
