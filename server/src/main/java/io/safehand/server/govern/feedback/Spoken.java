package io.safehand.server.govern.feedback;

import io.safehand.core.person.PersonalText;
import io.safehand.server.govern.cases.Entry;

/** An entry of a thread with what it says. */
public record Spoken(Entry entry, PersonalText text) {}
