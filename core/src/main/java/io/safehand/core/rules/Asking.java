package io.safehand.core.rules;

import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Purpose;

/**
 * Who asks, for what, when.
 *
 * @param held whether the asker, the company or the deal is under a hold right now
 */
public record Asking(Audience audience, Purpose purpose, Stage stage, boolean held) {}
