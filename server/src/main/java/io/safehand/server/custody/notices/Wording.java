package io.safehand.server.custody.notices;

import io.safehand.core.person.PersonalText;
import io.safehand.server.custody.notices.NoticeText.Language;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/**
 * How a notice reads as a mail and as a short message; both languages are in every mail, the person's own first. May be
 * used by many threads.
 */
final class Wording {
  private static final String LINK = "\u0000";

  private final Map<Language, String> mails = new EnumMap<>(Language.class);
  private final Map<Language, String> subjects = new EnumMap<>(Language.class);
  private final Map<Language, String> shorts = new EnumMap<>(Language.class);

  Wording(Notice notice, MessageSource texts) {
    String zh = mail(notice.zh(), texts, Locale.SIMPLIFIED_CHINESE);
    String en = mail(notice.en(), texts, Locale.ENGLISH);
    mails.put(Language.ZH, zh + "\n\n" + en + "\n");
    mails.put(Language.EN, en + "\n\n" + zh + "\n");
    subjects.put(Language.ZH, subject(texts, Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
    subjects.put(Language.EN, subject(texts, Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE));
    shorts.put(Language.ZH, brief(notice.zh(), texts, Locale.SIMPLIFIED_CHINESE));
    shorts.put(Language.EN, brief(notice.en(), texts, Locale.ENGLISH));
  }

  String subject(Language language) {
    return subjects.getOrDefault(language, "");
  }

  PersonalText mail(Language language, String link) {
    return PersonalText.of(mails.getOrDefault(language, "").replace(LINK, link));
  }

  PersonalText brief(Language language, String link) {
    return PersonalText.of(shorts.getOrDefault(language, "").replace(LINK, link));
  }

  private static String mail(NoticeText text, MessageSource texts, Locale locale) {
    StringBuilder mail = new StringBuilder(texts.getMessage("notices.mail.intro", null, locale)).append('\n');
    for (NoticePart part : NoticePart.values()) {
      if (text.says(part)) {
        mail.append('\n')
            .append(texts.getMessage("notices.part." + part.code(), null, locale))
            .append('\n')
            .append(text.parts().get(part))
            .append('\n');
      }
    }
    return mail.append('\n')
        .append(texts.getMessage("notices.mail.link", new Object[]{LINK}, locale))
        .toString();
  }

  private static String subject(MessageSource texts, Locale first, Locale second) {
    return texts.getMessage("notices.mail.subject", null, first) + " · "
        + texts.getMessage("notices.mail.subject", null, second);
  }

  private static String brief(NoticeText text, MessageSource texts, Locale locale) {
    Object[] places = {text.parts().getOrDefault(NoticePart.SELLER, ""),
      text.parts().getOrDefault(NoticePart.RECIPIENT_NAME, ""), LINK};
    return texts.getMessage("notices.sms", places, locale);
  }
}
