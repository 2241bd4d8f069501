package io.safehand.server.deal.handover;

/** The signed papers that are kept with a deal. */
public enum Paper {
  /** The buyer's receipt: at the buyer as given, at the seller as accepted. */
  RECEIPT,
  /** The seller's certificate of destruction. */
  CERTIFICATE
}
