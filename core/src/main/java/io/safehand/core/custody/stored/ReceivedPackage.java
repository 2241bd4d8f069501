package io.safehand.core.custody.stored;

/**
 * A package that came whole.
 *
 * @param manifest SHA-256 of its manifest
 * @param people how many came in it, re-keyed or not
 */
public record ReceivedPackage(String manifest, long people) {}
