package io.safehand.server.govern.cases;

import io.safehand.core.person.PersonalText;

/** A case that was opened, with the secret that its receipt carries; only a hash of it is kept. */
public record Opened(Case opened, PersonalText secret) {}
