/** One review item: what there is to look at, the vote, what became of the decision, versions and history. */
@NullMarked
package dev.rushlight.web.item;

import org.jspecify.annotations.NullMarked;
