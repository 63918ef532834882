package dev.rushlight.feedback;

import java.util.Optional;
import java.util.UUID;

/** Bytes that are safely on disk, and what they turned out to be. */
record StoredFile(UUID id, String contentType, long size, String sha256, Optional<PictureFormat.Size> pixels) {}
