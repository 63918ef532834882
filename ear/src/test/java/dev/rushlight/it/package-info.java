/** The whole product from outside: started as its users start it, used through its pages and its wire. */
@NullMarked
package dev.rushlight.it;

import org.jspecify.annotations.NullMarked;
