/** The pages of administrators: connections, events, people and the keys of the hub in this server. */
@NullMarked
package dev.rushlight.web.admin;

import org.jspecify.annotations.NullMarked;
