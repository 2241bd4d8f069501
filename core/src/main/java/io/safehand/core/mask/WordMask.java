package io.safehand.core.mask;

/** Shows the first character, whole even outside the basic plane, and always the same stars. */
record WordMask(String stars) implements Mask {

  @Override
  public String mask(String value) {
    String word = value.strip();
    if (word.isEmpty()) {
      return value.isEmpty() ? "" : NOTHING;
    }
    int first = word.codePointAt(0);
    boolean shows = word.codePointCount(0, word.length()) >= 2 && Character.isLetterOrDigit(first)
        && !(first >= Character.MIN_SURROGATE && first <= Character.MAX_SURROGATE);
    return shows ? Character.toString(first) + stars : NOTHING;
  }
}
