/** The demo artist: a hub client that submits work of every kind and answers requests for changes. */
@NullMarked
package dev.rushlight.tools.demo;

import org.jspecify.annotations.NullMarked;
