package io.safehand.core.handover.parcel;

import java.util.List;
import java.util.regex.Pattern;

/** The names a package folder may hold, and the measures of its files. */
final class Layout {
  static final String SPEC = "SPEC.md";
  static final String MANIFEST = "manifest.json";
  static final String KEYS = "keys.age";
  static final String CONSENTS = "consents.jsonl.age";
  static final String REQUESTS = "requests.jsonl.age";
  static final String SIGNATURES = "signatures.json";
  static final String RELEASE_LINE = "audit/release.json";
  static final String RELEASE_PROOF = "audit/release.tlog-proof";
  static final String EXCLUDED = "audit/excluded.txt";
  /** The files that {@code signatures.json} speaks of, not the manifest, in its order. */
  static final List<String> AUDIT = List.of(EXCLUDED, RELEASE_LINE, RELEASE_PROOF);
  static final int SMALL_FILE = 1 << 22;
  static final long DATA_FILE = 1L << 28;
  private static final Pattern DATA = Pattern.compile("data-[0-9]{4,6}\\.age");

  private Layout() {}

  static String data(int number) {
    return "data-%04d.age".formatted(number);
  }

  static boolean isData(String name) {
    return DATA.matcher(name).matches();
  }
}
