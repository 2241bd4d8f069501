package io.safehand.server.site.guide;

import io.safehand.server.base.access.Role;

/** The tasks of the first day, in their order, with whose each is. */
enum Step {
  /** Whoever does the work is invited, and the roles for it are proposed. */
  INVITE(Role.ADMINISTRATOR),
  /** Whoever does the work opens the link, and is in. */
  ENTER(Role.SELLER_OFFICER),
  /** Those roles are confirmed, of somebody who is in and was asked. */
  CONFIRM(Role.SECURITY_OFFICER),
  /** The six questions are answered. */
  QUESTIONS(Role.DEAL_MANAGER),
  /** The file with the customers is brought in. */
  FILE(Role.SELLER_OFFICER),
  /** What each column is for is said. */
  COLUMNS(Role.SELLER_OFFICER),
  /** The second person agrees to that. */
  APPROVE(Role.SELLER_LAWYER),
  /** It is put in force. */
  ADOPT(Role.SELLER_OFFICER),
  /** The customers are taken in. */
  IMPORT(Role.SELLER_OFFICER),
  /** Where the file itself stays is said. */
  ORIGINAL(Role.SELLER_OFFICER);

  private final Role role;

  Step(Role role) {
    this.role = role;
  }

  /** Whose task it is. */
  Role role() {
    return role;
  }
}
