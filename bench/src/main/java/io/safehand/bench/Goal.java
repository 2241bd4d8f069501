package io.safehand.bench;

/** What a ratio should come to. */
record Goal(Bound bound, double ratio) {
  enum Bound {
    AT_LEAST, AT_MOST
  }

  static Goal atLeast(double ratio) {
    return new Goal(Bound.AT_LEAST, ratio);
  }

  static Goal atMost(double ratio) {
    return new Goal(Bound.AT_MOST, ratio);
  }

  boolean isReachedBy(double measured) {
    return switch (bound) {
      case AT_LEAST -> measured >= ratio;
      case AT_MOST -> measured <= ratio;
    };
  }

  @Override
  public String toString() {
    return switch (bound) {
      case AT_LEAST -> ">= " + ratio;
      case AT_MOST -> "<= " + ratio;
    };
  }
}
