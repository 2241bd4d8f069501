package io.safehand.server.govern.cases;

/** By which way something was said. */
public enum Channel {
  PORTAL,
  WEB_FORM,
  MAIL,
  CHAT,
  PHONE,
  WECHAT,
  LETTER,
  COUNTER,
  API,
  /** From the house that held the customer before. */
  TRANSFER
}
