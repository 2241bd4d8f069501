package io.safehand.core.handover.manifest;

import io.safehand.core.json.Json;

/**
 * What lies inside the sealed files.
 *
 * @param root RFC 6962 root over the moved people, in the order of the data files
 * @param excludedRoot RFC 6962 root over the salted commitments of the excluded, in ascending order
 * @param records records of all moved people
 * @param keys travelling keys
 * @param consents lines of consents
 * @param requests lines of open privacy requests
 */
public record Contents(String root, String excludedRoot, long records, long keys, long consents,
    long requests) {
  public Json.Object json() {
    return Json.object()
        .with("root", root)
        .with("excludedRoot", excludedRoot)
        .with("records", records)
        .with("keys", keys)
        .with("consents", consents)
        .with("requests", requests);
  }

  public static Contents of(Json.Object json) {
    json.only("root", "excludedRoot", "records", "keys", "consents", "requests");
    Codes codes = new Codes(json);
    return new Contents(codes.hash("root"), codes.hash("excludedRoot"), codes.count("records"),
        codes.count("keys"), codes.count("consents"), codes.count("requests"));
  }
}
