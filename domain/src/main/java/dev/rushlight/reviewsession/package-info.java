/** Review sessions: ordered lists of review items to be looked at together, by people and by guests who have a link. */
@NullMarked
package dev.rushlight.reviewsession;

import org.jspecify.annotations.NullMarked;
