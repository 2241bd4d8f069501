package io.safehand.core.custody.stored;

import java.time.LocalDate;

/**
 * What law orders kept of a person (封存), by which rule and until when.
 *
 * @param rule the code of a keep rule in the inventory
 */
public record Kept(String rule, LocalDate until) {}
