package io.safehand.bench;

/** What a measure stands on: the product, the peers on the same database, invented customers, and the size wanted. */
record Ground(Product product, Peers peers, Customers customers, Options options) {
  int people() {
    return options.people();
  }

  int rounds() {
    return options.rounds();
  }
}
