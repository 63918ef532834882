/** What guests see: the door that their link leads to, the items of one review session, and nothing else. */
@NullMarked
package dev.rushlight.web.guest;

import org.jspecify.annotations.NullMarked;
