/** Starts and stops this installation inside its web application, and lets its owner's tools in. */
@NullMarked
package dev.rushlight.web.boot;

import org.jspecify.annotations.NullMarked;
