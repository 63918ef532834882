/** The pages of review sessions: the list, and one with its entries, its people and its guests. */
@NullMarked
package dev.rushlight.web.reviewsession;

import org.jspecify.annotations.NullMarked;
