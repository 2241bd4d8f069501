package io.safehand.core.detect.files;

import io.safehand.core.detect.glyphs.Findings;
import io.safehand.core.person.Category;
import io.safehand.core.person.PersonalText;
import java.nio.file.Path;

/**
 * A value and where it stands.
 *
 * @param line counted from 1
 * @param column of its first character, counted in characters from 1
 * @param confidence 0 to 100, see {@link Findings}
 */
public record Located(Path file, long line, long column, Category category, int confidence,
    PersonalText value) {}
