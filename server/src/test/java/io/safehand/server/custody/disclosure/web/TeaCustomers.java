package io.safehand.server.custody.disclosure.web;

import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/** A tea house with three customers, and the people who serve them. */
public record TeaCustomers(Access access, Inventories inventories, Decisions decisions, Imports imports) {
  public static final String NAME = "宋庭";
  public static final String MOBILE = "13900001234";
  public static final String EMAIL = "songting@example.net";

  public record House(SampleCompany company, Account officer, Account lawyer, Account staff) {}

  House empty() {
    SampleCompany company = SampleCompany.in(access);
    return new House(company, company.person("officer", Role.SELLER_OFFICER),
        company.person("lawyer", Role.SELLER_LAWYER), company.person("staff", Role.STAFF));
  }

  public House open() throws Exception {
    House house = empty();
    new AdoptedInventory(inventories, decisions).adopt(
        Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), house.officer(),
        house.lawyer());
    Path file = Files.createTempFile("customers", ".csv");
    Files.writeString(file, """
        customer_no,kind,name,mobile,email,marketing_consent,joined_on,last_seen_on
        QL0000001,个人,%s,%s,%s,拒绝,2025-01-02,2025-12-20
        QL0000002,个人,陆遥,13900005678,luyao@example.net,同意,2025-01-02,2025-12-20
        QL0000003,个人,何青,%s,heqing@example.net,同意,2025-01-02,2025-12-20
        """.formatted(NAME, MOBILE, EMAIL, MOBILE));
    imports.run(house.company().id(), file, false, house.officer(), ZoneId.of("Asia/Shanghai"), tally -> {});
    Files.delete(file);
    return house;
  }
}
