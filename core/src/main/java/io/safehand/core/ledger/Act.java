package io.safehand.core.ledger;

/**
 * What an act is called in the log. The codes are stable and listed in docs/formats/ledger.md; a line can be written
 * only with one of these, but lines with other codes are read.
 */
public enum Act {
  /** A batch of customers was sealed and stored. */
  INTAKE("custody.intake"),
  /** A person began an import, or went on with it. */
  IMPORT_BEGUN("custody.import.begun"),
  /** Every row of an import was answered for. */
  IMPORT_ENDED("custody.import.ended"),
  /** A person ended an import before its end. */
  IMPORT_CANCELLED("custody.import.cancelled"),
  /** Somebody said what was done with the original of an imported source. */
  SOURCE_DISPOSED("custody.source.disposed"),
  /** Fields of a person were shown. */
  DISCLOSE("custody.disclose"),
  /** Somebody asked for a person's fields and got none. */
  DISCLOSE_REFUSED("custody.disclose.refused"),
  /** Somebody searched for people. */
  SEARCH("custody.search"),
  /** Somebody proved again who they are, so that their programs may read many people at once for a minute. */
  BULK_UNLOCKED("custody.bulk.unlocked"),
  /** Many people were asked for at once. */
  BULK_READ("custody.bulk.read"),
  /** A sealed copy of customers in clear form was written and entered in the register. */
  COPY_MADE("custody.copy.made"),
  /** Its holder took it. */
  COPY_TAKEN("custody.copy.taken"),
  /** Nobody took it in time; the file was erased. */
  COPY_EXPIRED("custody.copy.expired"),
  /** Its holder said that it is destroyed. */
  COPY_DESTROYED("custody.copy.destroyed"),
  /** Who and what would move was worked out. */
  HANDOVER_PLAN("custody.handover.plan"),
  /** A package was released. */
  HANDOVER_RELEASE("custody.handover.release"),
  /** A package was taken over. */
  RECEIVE("custody.receive"),
  /** Received people got keys of the receiver's own. */
  REKEY("custody.rekey"),
  /** Keys of people were destroyed. */
  SHRED("custody.shred"),
  /** People were kept apart by order of law. */
  RETAIN("custody.retain"),
  /** The key of an old index epoch was destroyed. */
  TAGS_ERASED("custody.tags.erased"),
  /** An older copy of the records was put under the newest key tree and log. */
  RESTORE("custody.restore"),
  /** A new index epoch began. */
  EPOCH_OPENED("keys.epoch.opened"),
  /** A deal was opened. */
  DEAL_OPENED("deal.opened"),
  /** Somebody was let know of a deal. */
  DEAL_ASSIGNED("deal.assigned"),
  DEAL_BUYER("deal.buyer"),
  /** A deal came to another stage. */
  DEAL_STAGE("deal.stage"),
  /** Two people let a deal pass a gate whose proof is missing. */
  GATE_OVERRIDE("deal.gate.override"),
  /** Something was put to decision. */
  DECISION_OPENED("decision.opened"),
  /** Somebody approved. */
  DECISION_APPROVED("decision.approved"),
  /** Somebody rejected. */
  DECISION_REJECTED("decision.rejected"),
  /** A decision was taken against a missing condition. */
  DECISION_OVERRIDDEN("decision.overridden"),
  /** A company began on this installation. */
  COMPANY_ENROLLED("access.company.enrolled"),
  /** An account was added. */
  PERSON_ADDED("access.person.added"),
  /** A role was proposed for an account. */
  ROLE_PROPOSED("access.role.proposed"),
  /** A role was given. */
  ROLE_GIVEN("access.role.given"),
  /** A role ended. */
  ROLE_ENDED("access.role.ended"),
  /** Somebody signed in. */
  SESSION_BEGUN("access.session.begun"),
  /** A session was ended by its owner, by somebody else, or with the account. */
  SESSION_ENDED("access.session.ended"),
  /** Somebody got a name and a password to sign in with, or changed the password. */
  PASSWORD_SET("access.password.set"),
  /** A person, unit, outside organisation or body was added. */
  PARTY_ADDED("access.party.added"),
  /** A party got another name or mail address, or a unit another place. */
  PARTY_CHANGED("access.party.changed"),
  /** Somebody was entered as belonging to something. */
  MEMBERSHIP_BEGUN("access.membership.begun"),
  /** The last day of a membership was set. */
  MEMBERSHIP_ENDED("access.membership.ended"),
  /** An account ended, with its roles, sessions and keys. */
  ACCOUNT_ENDED("access.account.ended"),
  /** Somebody got a second factor. */
  FACTOR_ADDED("access.factor.added"),
  /** A second factor ended. */
  FACTOR_ENDED("access.factor.ended"),
  /** A passkey answered with a counter that was seen before: there is a copy of it. */
  PASSKEY_COPIED("access.passkey.copied"),
  /** A recovery code was used up. */
  RECOVERY_CODE_USED("access.code.used"),
  /** Somebody proved again within a session who they are. */
  STEPPED_UP("access.session.proven"),
  /** An API key was made. */
  KEY_MADE("access.key.made"),
  /** An API key was ended. */
  KEY_ENDED("access.key.ended"),
  /** Somebody was invited. */
  INVITED("access.invitation.sent"),
  /** An invitation was accepted. */
  INVITATION_ACCEPTED("access.invitation.accepted"),
  /** A new way in was proposed for an account whose owner lost theirs. */
  RECOVERY_PROPOSED("access.recovery.proposed"),
  /** A second person confirmed it; the waiting period began. */
  RECOVERY_CONFIRMED("access.recovery.confirmed"),
  /** What came of the mail that tells the owner so. */
  RECOVERY_TOLD("access.recovery.told"),
  /** It was called off, or used. */
  RECOVERY_ENDED("access.recovery.ended"),
  /** How mail is sent was changed. */
  MAIL_SETTINGS("message.settings"),
  /** A mail to somebody of the company goes to its mail server. */
  MAIL_SENT("message.sent"),
  /** A hold was placed. */
  HOLD_PLACED("standing.hold.placed"),
  /** A hold was lifted. */
  HOLD_LIFTED("standing.hold.lifted"),
  /** A person consented. */
  CONSENT_GIVEN("consent.given"),
  /** A person said no. */
  CONSENT_REFUSED("consent.refused"),
  /** A person took consent back. */
  CONSENT_WITHDRAWN("consent.withdrawn"),
  /** A person was asked. */
  CONSENT_REQUESTED("consent.requested"),
  /** A person put the answer off. */
  CONSENT_DEFERRED("consent.deferred"),
  /** What people are asked to consent to got another text. */
  CONSENT_NOTICE("consent.notice"),
  /** Somebody looked at what a person had answered. */
  CONSENT_SEEN("consent.seen"),
  /** A receipt of an answer was given out. */
  CONSENT_RECEIPT("consent.receipt"),
  /** A person objected to a transfer. */
  CONSENT_OBJECTED("consent.objected"),
  /** A deadline paused, went on, or got more time. */
  DEADLINE_MOVED("deadline.moved"),
  /** Four fifths of a deadline are used up. */
  DEADLINE_WARNED("deadline.warned"),
  /** A deadline passed, and what was to be done is not done. */
  DEADLINE_MISSED("deadline.missed"),
  /** It is still not done; whoever stands above was told. */
  DEADLINE_ESCALATED("deadline.escalated"),
  /** A version of a document was approved and frozen. */
  DOCUMENT_APPROVED("document.approved"),
  /** The outside may read it from now on. */
  PUBLISHED("document.published"),
  /** The outside may not read it any more. */
  RETRACTED("document.retracted"),
  /** Something must be done from now on, once or again and again. */
  OBLIGATION_BEGUN("obligation.begun"),
  /** It need not be done any more. */
  OBLIGATION_ENDED("obligation.ended"),
  /** It was done, with proof. */
  DUTY_DONE("duty.done"),
  /** A matter of a customer or of the house was opened. */
  CASE_OPENED("case.opened"),
  /** It came to another state. */
  CASE_MOVED("case.moved"),
  /** Something was said or filed in it. */
  CASE_ENTERED("case.entered"),
  /** Somebody read what was said in it. */
  CASE_READ("case.read"),
  /** Somebody became the one who works on it. */
  CASE_ASSIGNED("case.assigned"),
  /** A notice went out. */
  NOTICE_SENT("notice.sent"),
  /** Addresses of many people were opened, to tell them something or to see whether they can be told. */
  NOTICE_ADDRESSED("notice.addressed"),
  /** What came back about notices that went out was taken in. */
  NOTICE_RETURNED("notice.returned"),
  /** An inventory of personal information came into force. */
  INVENTORY_ADOPTED("inventory.adopted"),
  /** Control of the company changed. */
  CONTROL_CHANGED("control.changed"),
  /** Evidence of a deal was given out. */
  EVIDENCE_PACKED("evidence.packed"),
  /** A place that events are sent to was registered. */
  WEBHOOK_ADDED("webhook.added"),
  /** Events are not sent to a place any more. */
  WEBHOOK_ENDED("webhook.ended");

  private final String code;

  Act(String code) {
    this.code = code;
  }

  /** The stable dotted code. */
  public String code() {
    return code;
  }
}
