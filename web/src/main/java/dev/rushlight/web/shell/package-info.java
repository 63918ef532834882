/** The frame around every page: navigation, hub state, the person's menu, and what is shown when a page cannot be. */
@NullMarked
package dev.rushlight.web.shell;

import org.jspecify.annotations.NullMarked;
