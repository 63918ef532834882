/** What the hub's servlets share: credentials as clients present them, answers in JSON, other origins. */
@NullMarked
package dev.rushlight.server.http;

import org.jspecify.annotations.NullMarked;
