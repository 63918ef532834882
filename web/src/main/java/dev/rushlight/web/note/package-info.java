/** The notes beside what is under review: threads, filters, and the fields in which notes are written. */
@NullMarked
package dev.rushlight.web.note;

import org.jspecify.annotations.NullMarked;
