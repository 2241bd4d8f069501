package io.safehand.server.base.access;

import java.util.Set;

/** What an account may do in its company. No role lets its holder give roles to itself. */
public enum Role {
  /** Adds accounts and proposes roles; reads nothing. */
  ADMINISTRATOR,
  /** Confirms roles, keeps the keys, lifts holds. */
  SECURITY_OFFICER,
  /** Leads a deal through its stages. */
  DEAL_MANAGER,
  /** The seller's officer for personal information. */
  SELLER_OFFICER,
  /** The seller's lawyer. */
  SELLER_LAWYER,
  /** Daily service of the seller's customers. */
  STAFF,
  /** The buyer's officer for personal information. */
  BUYER_OFFICER,
  /** Holds the buyer's receiving key. */
  BUYER_SECURITY,
  /** Runs the platform; opens no customer of anybody. */
  PLATFORM_OPERATOR,
  /** Inspects what others did. */
  AUDITOR;

  /** Who administers has no other role, so that the power to give and the power to read never meet in one account. */
  boolean goesWith(Set<Role> others) {
    return this == ADMINISTRATOR ? others.isEmpty() : !others.contains(ADMINISTRATOR);
  }

  boolean fits(Company.Kind kind) {
    return this != PLATFORM_OPERATOR || kind == Company.Kind.OPERATOR;
  }
}
