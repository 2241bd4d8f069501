package io.safehand.core.inventory;

/** Whether PIPL article 28 counts a field as sensitive personal information 敏感个人信息. */
public enum Sensitivity {
  GENERAL, SENSITIVE
}
