/** The player of a version's media with the layer that is drawn on, for whoever looks: people of the studio and guests. */
@NullMarked
package dev.rushlight.web.player;

import org.jspecify.annotations.NullMarked;
