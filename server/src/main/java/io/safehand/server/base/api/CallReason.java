package io.safehand.server.base.api;

/**
 * Why personal data is asked for. A call takes it as a parameter and has it from the headers {@code Safehand-Purpose} and
 * {@code Safehand-Case}; a call that lacks one is refused before it reaches anything.
 *
 * @param purpose the code of a purpose of the inventory
 * @param caseId what it is for, such as a ticket's number; no personal data
 */
public record CallReason(String purpose, String caseId) {
  public static final String PURPOSE = "Safehand-Purpose";
  public static final String CASE = "Safehand-Case";

  public CallReason {
    if (!purpose.matches("[a-z][a-z0-9.-]{0,79}")) {
      throw RequestRefused.malformed("api.purpose-missing");
    }
    if (!caseId.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,79}")) {
      throw RequestRefused.malformed("api.case-missing");
    }
  }
}
