/** The items of a review session as a strip of small pictures, for whoever goes through them. */
@NullMarked
package dev.rushlight.web.filmstrip;

import org.jspecify.annotations.NullMarked;
