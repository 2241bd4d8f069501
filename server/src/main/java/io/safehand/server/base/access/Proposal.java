package io.safehand.server.base.access;

/** A role that waits for its confirmation. */
public record Proposal(AccountId account, Role role, AccountId by) {}
