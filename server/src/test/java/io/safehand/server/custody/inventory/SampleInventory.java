package io.safehand.server.custody.inventory;

/** The text of a small inventory. */
public final class SampleInventory {
  private SampleInventory() {}

  public static String version(String version) {
    return """
        format: 1
        version: "%s"
        purposes:
          - {purpose: service, zh: 提供服务, en: Service, travels: true, opens: {staff: masked}}
          - {purpose: marketing, zh: 营销, en: Marketing, travels: false, opens: {staff: masked}}
        fields:
          - {field: name, category: name, group: identity, purposes: [service], basis: contract,
             retention: P3Y, identity: true}
          - {field: resident_id, category: resident_id, sensitivity: sensitive, group: identity, purposes: [service],
             basis: contract, retention: P3Y}
          - {field: email, category: email, group: contact, purposes: [marketing], basis: consent, retention: P3Y}
        """
        .formatted(version);
  }
}
