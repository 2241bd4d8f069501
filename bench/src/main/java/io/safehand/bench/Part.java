package io.safehand.bench;

/** What can be measured, each alone. */
enum Part {
  INTAKE(new IntakeMeasure());

  private final Measure measure;

  Part(Measure measure) {
    this.measure = measure;
  }

  Measure measure() {
    return measure;
  }
}
