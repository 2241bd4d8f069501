package io.safehand.core.mask;

import io.safehand.core.person.Category;

/**
 * Shows a little of a value and stars for the rest.
 *
 * <p>Guarantees: a value that does not have the shape of its category shows nothing; no mask shows more than its
 * category states; characters outside the basic plane are never cut in two; most masks hide the length too. Masking is
 * not anonymisation: who knows the person may still recognise the value. Immutable.
 *
 * <table>
 * <caption>What is shown</caption>
 * <tr><td>name</td><td>first character</td></tr>
 * <tr><td>resident id</td><td>first and last character</td></tr>
 * <tr><td>mobile</td><td>first three and last four digits</td></tr>
 * <tr><td>landline</td><td>area code and last two digits</td></tr>
 * <tr><td>bank card</td><td>last four digits</td></tr>
 * <tr><td>e-mail</td><td>first letter and domain</td></tr>
 * <tr><td>credit code</td><td>first eight characters: kind of registration and place</td></tr>
 * <tr><td>passport; permit</td><td>first one and last three; first one and last two</td></tr>
 * <tr><td>plate</td><td>first three and last one</td></tr>
 * <tr><td>QQ; WeChat</td><td>first and last two; first and last one</td></tr>
 * <tr><td>address</td><td>up to the district</td></tr>
 * <tr><td>birth date, date</td><td>year</td></tr>
 * <tr><td>organisation, account</td><td>first character</td></tr>
 * <tr><td>gender, amount, health, text</td><td>nothing</td></tr>
 * </table>
 */
public sealed interface Mask
    permits CodeMask, WordMask, EmailMask, AddressMask, YearMask, LandlineMask, NoMask {
  String NOTHING = "******";

  /** The masked form of a value in clear; the empty text for the empty text. */
  String mask(String value);

  static Mask of(Category category) {
    return switch (category) {
      case NAME -> new WordMask("**");
      case RESIDENT_ID -> new CodeMask(1, 1, 15, 18, CodeMask.Kind.ID);
      case MOBILE -> new CodeMask(3, 4, 11, 11, CodeMask.Kind.DIGITS);
      case LANDLINE -> new LandlineMask();
      case BANK_CARD -> new CodeMask(0, 4, 13, 19, CodeMask.Kind.DIGITS);
      case EMAIL -> new EmailMask();
      case CREDIT_CODE -> new CodeMask(8, 0, 18, 18, CodeMask.Kind.CODE);
      case PASSPORT -> new CodeMask(1, 3, 8, 10, CodeMask.Kind.CODE);
      case PERMIT -> new CodeMask(1, 2, 8, 18, CodeMask.Kind.CODE);
      case PLATE -> new CodeMask(3, 1, 7, 8, CodeMask.Kind.PLATE);
      case QQ -> new CodeMask(2, 2, 6, 11, CodeMask.Kind.DIGITS);
      case WECHAT -> new CodeMask(1, 1, 6, 25, CodeMask.Kind.NAME);
      case ADDRESS -> new AddressMask();
      case BIRTH_DATE, DATE -> new YearMask();
      case ORGANISATION, ACCOUNT -> new WordMask("****");
      case GENDER, AMOUNT, HEALTH, TEXT -> new NoMask();
    };
  }
}
