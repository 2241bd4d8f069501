package io.safehand.core.mask;

/**
 * Shows the first character, whole even outside the basic plane, and always the same stars. A word of which that is the
 * only letter or digit, whatever marks, dots or invisible characters are around it, shows nothing.
 */
record WordMask(String stars) implements Mask {

  @Override
  public String mask(String value) {
    String word = value.strip();
    if (word.isEmpty()) {
      return value.isEmpty() ? "" : NOTHING;
    }
    int first = word.codePointAt(0);
    boolean shows = word.codePoints().filter(Character::isLetterOrDigit).count() >= 2
        && Character.isLetterOrDigit(first)
        && !(first >= Character.MIN_SURROGATE && first <= Character.MAX_SURROGATE);
    return shows ? Character.toString(first) + stars : NOTHING;
  }
}
