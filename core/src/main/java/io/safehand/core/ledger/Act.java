package io.safehand.core.ledger;

/**
 * What an act is called in the log. The codes are stable and listed in docs/formats/ledger.md; a line can be written
 * only with one of these, but lines with other codes are read.
 */
public enum Act {
  INTAKE("custody.intake"), INTAKE_REJECTED("custody.intake.rejected"), DISCLOSE(
      "custody.disclose"), DISCLOSE_REFUSED("custody.disclose.refused"), SEARCH(
          "custody.search"), HANDOVER_PLAN("custody.handover.plan"), HANDOVER_RELEASE(
              "custody.handover.release"), RECEIVE("custody.receive"), REKEY("custody.rekey"), SHRED(
                  "custody.shred"), RETAIN("custody.retain"), TAGS_ERASED(
                      "custody.tags.erased"), ROOT_CREATED("keys.root.created"), EPOCH_OPENED(
                          "keys.epoch.opened"), DEAL_OPENED("deal.opened"), DEAL_STAGE(
                              "deal.stage"), GATE_OVERRIDE("deal.gate.override"), DECISION_APPROVED(
                                  "decision.approved"), DECISION_REJECTED("decision.rejected"), PERSON_ADDED(
                                      "access.person.added"), ROLE_GIVEN("access.role.given"), ROLE_PROPOSED(
                                          "access.role.proposed"), ROLE_ENDED(
                                              "access.role.ended"), COMPANY_ENROLLED(
                                                  "access.company.enrolled"), HOLD_PLACED(
                                                      "standing.hold.placed"), HOLD_LIFTED(
                                                          "standing.hold.lifted"), DECISION_OPENED(
                                                              "decision.opened"), DECISION_OVERRIDDEN(
                                                                  "decision.overridden"), CONSENT_GIVEN(
                                                                      "consent.given"), CONSENT_REFUSED(
                                                                          "consent.refused"), CONSENT_WITHDRAWN(
                                                                              "consent.withdrawn"), CONSENT_OBJECTED(
                                                                                  "consent.objected"), NOTICE_SENT(
                                                                                      "notice.sent"), INVENTORY_ADOPTED(
                                                                                          "inventory.adopted"), CONTROL_CHANGED(
                                                                                              "control.changed"), LEDGER_OPENED(
                                                                                                  "ledger.opened");

  private final String code;

  Act(String code) {
    this.code = code;
  }

  /** The stable dotted code. */
  public String code() {
    return code;
  }
}
