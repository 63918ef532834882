/** What people say of a version: notes in threads, drawings on its frames, files beside them; and how frames are told. */
@NullMarked
package dev.rushlight.feedback;

import org.jspecify.annotations.NullMarked;
