package io.safehand.server.deal.handover;

/** The steps of a hand-over, each with the column that holds its time. */
public enum HandOverStep {
  REGISTERED("registered_at"),
  PROVEN("proven_at"),
  CONFIRMED("confirmed_at"),
  RELEASED("released_at"),
  RECEIPT("receipt_at"),
  REKEYED("rekeyed_at"),
  DESTROYED("destroyed_at");

  private final String column;

  HandOverStep(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }
}
