/** What was drawn, for those who fetch it by the addresses in events: as a picture, and as commands that tools read. */
@NullMarked
package dev.rushlight.web.annotation;

import org.jspecify.annotations.NullMarked;
