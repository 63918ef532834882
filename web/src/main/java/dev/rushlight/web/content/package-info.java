/** What there is to read in a version: the files of a changeset with their diffs and line notes, and the fields of a task. */
@NullMarked
package dev.rushlight.web.content;

import org.jspecify.annotations.NullMarked;
