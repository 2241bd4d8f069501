package io.safehand.bench;

/** What can be measured, each alone. */
enum Part {
  INTAKE(new IntakeMeasure()),
  ERASE(new EraseMeasure()),
  LEDGER(new LedgerMeasure()),
  SCAN(new ScanMeasure()),
  READ(new ReadMeasure()),
  SEAL(new SealMeasure()),
  BYTES(new BytesMeasure()),
  CHINESE(new ChineseMeasure()),
  HTTP(new HttpMeasure()),
  NOTICES(new NoticesMeasure()),
  PAGES(new PagesMeasure()),
  START(new StartMeasure());

  private final Measure measure;

  Part(Measure measure) {
    this.measure = measure;
  }

  Measure measure() {
    return measure;
  }
}
