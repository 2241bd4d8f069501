package io.safehand.core.rules;

/** Why something is withheld or a person stays behind. The code is stable and listed in docs/formats/ledger.md. */
public enum Reason {
  /** The asker, person, company or deal is under a hold. */
  STANDING("standing.held"),
  /** The inventory does not declare the purpose. */
  PURPOSE_UNKNOWN("purpose.unknown"),
  /** The purpose is not open to the asker's capacity. */
  ROLE("purpose.role"),
  /** The field does not serve the purpose. */
  PURPOSE("purpose.field"),
  /** The stage of the deal does not permit it yet, or any more. */
  STAGE("stage.closed"),
  /** Consent was asked for or never asked for, and is not given. */
  CONSENT_MISSING("consent.missing"),
  /** The person said no. */
  CONSENT_REFUSED("consent.refused"),
  /** The person took the consent back. */
  CONSENT_WITHDRAWN("consent.withdrawn"),
  /** The consent has run out. */
  CONSENT_EXPIRED("consent.expired"),
  /** It was given to a notice whose meaning has changed since. */
  CONSENT_INVALIDATED("consent.invalidated"),
  /** A person under 14 whose guardian has not consented. */
  GUARDIAN_MISSING("consent.guardian"),
  /** The retention period of the inventory has run out. */
  RETENTION_ENDED("retention.ended"),
  /** Kept by order of law only (封存): storage and protection, nothing else. */
  RESTRICTED("retention.restricted"),
  /** The person objected to the transfer and the parties chose to respect it by excluding. */
  OBJECTED("transfer.objected"),
  /** The person could not be told about the transfer. */
  NOT_NOTIFIED("transfer.not-notified"),
  /** No field of the person rests on a basis that reaches the buyer. */
  BASIS_DOES_NOT_REACH("transfer.basis"),
  /** The value is not held. */
  NOT_HELD("field.not-held");

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
