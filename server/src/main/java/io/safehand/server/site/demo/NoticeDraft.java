package io.safehand.server.site.demo;

import io.safehand.core.rules.LegalPath;
import io.safehand.server.custody.notices.Notice;
import io.safehand.server.custody.notices.NoticePart;
import io.safehand.server.custody.notices.NoticeText;
import io.safehand.server.deal.deals.DealId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The notice of the sample transfer, in both languages. */
final class NoticeDraft {
  private NoticeDraft() {}

  static Notice of(DealId deal, LegalPath path, Instant until) {
    Map<NoticePart, String> zh = new EnumMap<>(NoticePart.class);
    zh.put(NoticePart.SELLER, "青岚茶舍有限公司");
    zh.put(NoticePart.RECIPIENT_NAME, "云栖礼茶有限公司");
    zh.put(NoticePart.RECIPIENT_CONTACT, "个人信息保护负责人，privacy@yunqi.example");
    zh.put(NoticePart.REASON, "公司合并，依据《个人信息保护法》第二十二条");
    zh.put(NoticePart.KINDS, "姓名、联系方式、会员与订单信息；经您同意的其他信息");
    zh.put(NoticePart.PURPOSE, "继续提供会员与订单服务，目的不变");
    zh.put(NoticePart.WAY, "加密保存与按角色查阅，方式不变");
    zh.put(NoticePart.CHANGES, "除处理者名称和联系方式外，没有变化");
    zh.put(NoticePart.DATE, "本通知发出三十日后交割");
    zh.put(NoticePart.ANSWER_HOW, "打开通知中的个人链接，或联系双方，即可拒绝");
    zh.put(NoticePart.ANSWER_UNTIL, until.toString().substring(0, 10));
    zh.put(NoticePart.SELLER_CONTACT, "privacy@qinglan.example");
    Map<NoticePart, String> en = new EnumMap<>(NoticePart.class);
    en.put(NoticePart.SELLER, "Qinglan Tea House Ltd.");
    en.put(NoticePart.RECIPIENT_NAME, "Yunqi Gift Tea Ltd.");
    en.put(NoticePart.RECIPIENT_CONTACT, "the privacy officer, privacy@yunqi.example");
    en.put(NoticePart.REASON, "a merger, under article 22 of the PIPL");
    en.put(NoticePart.KINDS, "name, contact, membership and orders; what you consented to besides");
    en.put(NoticePart.PURPOSE, "to go on serving you, as before");
    en.put(NoticePart.WAY, "stored encrypted and seen by role, as before");
    en.put(NoticePart.CHANGES, "nothing but the handler's name and contact");
    en.put(NoticePart.DATE, "thirty days after this notice");
    en.put(NoticePart.ANSWER_HOW, "open your own link in this notice, or write to either company");
    en.put(NoticePart.ANSWER_UNTIL, until.toString().substring(0, 10));
    en.put(NoticePart.SELLER_CONTACT, "privacy@qinglan.example");
    return new Notice(deal.value(), path, until, new NoticeText(NoticeText.Language.ZH, zh),
        new NoticeText(NoticeText.Language.EN, en));
  }
}
