package io.safehand.core.inventory;

/**
 * Why a field may be held at all: the bases of PIPL article 13.
 *
 * <p>Only {@link #CONSENT} depends on what the person says; the others are shown as the reason.
 */
public enum Basis {
  /** 同意: opens on the person's consent and closes on its withdrawal. */
  CONSENT,
  /** 合同: needed to conclude or perform a contract the person is party to. */
  CONTRACT,
  /** 法定职责或义务: ordered by law, for example invoices and accounts. */
  LEGAL_DUTY,
  /** 人力资源管理: human resources under lawful rules or a collective contract. */
  EMPLOYMENT,
  /** 突发公共卫生事件或紧急情况: life, health or property in an emergency. */
  EMERGENCY,
  /** 已合法公开: lawfully published, within reason. */
  PUBLISHED
}
