package io.safehand.server.custody.inventory;

import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Form;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.inventory.PurposeRule;
import java.util.List;
import java.util.Map;

/** What nearly every company holds customers' data for; an inventory takes over those that are used. */
final class UsualPurposes {
  static final List<PurposeRule> ALL = List.of(
      new PurposeRule(new Purpose("service"), "提供服务", "Serving the customer", true,
          Map.of(Audience.STAFF, Form.MASKED, Audience.OFFICER, Form.FULL, Audience.LAWYER, Form.MASKED,
              Audience.ADVISER, Form.PSEUDONYM, Audience.BUYER, Form.FULL)),
      new PurposeRule(new Purpose("marketing"), "营销通知", "News and offers", true,
          Map.of(Audience.STAFF, Form.MASKED, Audience.OFFICER, Form.FULL, Audience.BUYER, Form.FULL)),
      new PurposeRule(new Purpose("accounting"), "开票与账务", "Invoices and accounts", false,
          Map.of(Audience.STAFF, Form.MASKED, Audience.OFFICER, Form.FULL, Audience.KEEPER, Form.FULL)));

  private UsualPurposes() {}
}
