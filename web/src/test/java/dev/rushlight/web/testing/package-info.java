/** What the tests of the pages share: a browser without a browser, people, samples, work done by hand. */
@NullMarked
package dev.rushlight.web.testing;

import org.jspecify.annotations.NullMarked;
