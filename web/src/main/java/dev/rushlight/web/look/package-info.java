/** The parts that every page is drawn with: words, symbols and tones of each state, badges, times, empty states. */
@NullMarked
package dev.rushlight.web.look;

import org.jspecify.annotations.NullMarked;
