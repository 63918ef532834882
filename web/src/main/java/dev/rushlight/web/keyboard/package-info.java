/** The keyboard in the browser: what a page serves, the list of keys, and where people change them. */
@NullMarked
package dev.rushlight.web.keyboard;

import org.jspecify.annotations.NullMarked;
