/** What a crash campaign writes down, and the program that judges it by nothing else. */
@NullMarked
package dev.rushlight.campaign;

import org.jspecify.annotations.NullMarked;
