package dev.rushlight.review;

/** How a medium is shown. */
public enum MediaType {
    VIDEO,
    IMAGE
}
