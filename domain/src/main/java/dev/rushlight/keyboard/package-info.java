/** Which keys do what on the page of a review item: actions, the presets, and what each person changed for themselves. */
@NullMarked
package dev.rushlight.keyboard;

import org.jspecify.annotations.NullMarked;
