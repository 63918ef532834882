/** The files beside notes as they come from browsers and go to them: plain HTTP, for people who are signed in and for guests. */
@NullMarked
package dev.rushlight.web.attachment;

import org.jspecify.annotations.NullMarked;
