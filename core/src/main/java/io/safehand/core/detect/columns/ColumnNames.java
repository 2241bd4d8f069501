package io.safehand.core.detect.columns;

import io.safehand.core.person.Category;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a column is likely to hold, by its name, Chinese or English. */
public final class ColumnNames {
  private final Map<Category, String[]> words = new LinkedHashMap<>();

  public ColumnNames() {
    put(Category.RESIDENT_ID, "身份证 证件号 公民身份 idcard idno residentid nationalid identitynumber");
    put(Category.CREDIT_CODE, "信用代码 税号 纳税人识别 组织机构代码 creditcode uscc taxid");
    put(Category.BANK_CARD, "银行卡 卡号 银行账号 银行帐号 收款账号 bankcard cardnumber ccnumber cardno");
    put(Category.EMAIL, "邮箱 电子邮件 email mail");
    put(Category.WECHAT, "微信 wechat weixin");
    put(Category.QQ, "qq 扣扣 企鹅");
    put(Category.MOBILE, "手机 移动电话 mobile cellphone cell 电话 联系方式 phone tel");
    put(Category.LANDLINE, "座机 固定电话 固话 传真 landline fax 电话 联系方式 phone tel");
    put(Category.PASSPORT, "护照 passport");
    put(Category.PERMIT, "通行证 居住证 居留证 台胞证 回乡证 permit");
    put(Category.PLATE, "车牌 号牌 plate");
    put(Category.BIRTH_DATE, "出生 生日 birth dob");
    put(Category.GENDER, "性别 gender sex");
    put(Category.ORGANISATION, "单位 公司 企业 机构名 company organisation organization employer");
    put(Category.ADDRESS, "地址 住址 住所 address street");
    put(Category.HEALTH, "健康 病历 病史 过敏 诊断 血型 health allergy diagnosis");
    put(Category.NAME,
        "姓名 名字 联系人 收件人 收货人 法定代表 负责人 监护人 户名 givenname surname firstname lastname fullname customername contactname");
    put(Category.AMOUNT, "金额 余额 消费额 价格 工资 amount balance price salary");
    put(Category.DATE, "日期 时间 date time");
    put(Category.ACCOUNT, "账号 帐号 用户名 会员号 客户编号 username account login");
  }

  private void put(Category category, String names) {
    words.put(category, names.split(" ", -1));
  }

  /** The categories that the name speaks for, the most likely first; none if it speaks for none. */
  public List<Category> likely(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
    List<Category> likely = new ArrayList<>();
    words.forEach((category, known) -> {
      for (String word : known) {
        if (plain.contains(word)) {
          likely.add(category);
          return;
        }
      }
    });
    if (likely.isEmpty() && (plain.equals("name") || plain.equals("名称") || plain.equals("客户"))) {
      likely.add(Category.NAME);
    }
    return List.copyOf(likely);
  }
}
