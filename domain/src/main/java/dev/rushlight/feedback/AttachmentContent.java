package dev.rushlight.feedback;

import java.nio.file.Path;

/** A file beside a note with the place where its bytes lie, to be read only. */
public record AttachmentContent(AttachmentDetail detail, Path bytes) {}
