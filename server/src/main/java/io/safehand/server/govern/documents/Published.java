package io.safehand.server.govern.documents;

import java.time.Instant;

/** A published text as the outside reads it: no id of the house, but the hash by which it can be recognised. */
public record Published(DocumentText text, int number, String sha256, Instant from) {}
