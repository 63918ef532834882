package dev.rushlight.feedback;

/** That something is drawn and where, but not what. */
public record Mark(StrokeId stroke, FrameRange frames, DrawnNote note) {}
