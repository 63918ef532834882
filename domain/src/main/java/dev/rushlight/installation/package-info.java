/** What one installation is configured with, where it keeps its data and how it reaches its database. */
@NullMarked
package dev.rushlight.installation;

import org.jspecify.annotations.NullMarked;
