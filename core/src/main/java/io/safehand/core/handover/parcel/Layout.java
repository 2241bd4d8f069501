package io.safehand.core.handover.parcel;

import java.util.List;
import java.util.Set;
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
  private static final Set<String> NAMED = Set.of(SPEC, MANIFEST, KEYS, CONSENTS, REQUESTS, SIGNATURES,
      RELEASE_LINE, RELEASE_PROOF, EXCLUDED);
  static final int SMALL_FILE = 1 << 22;
  static final long DATA_FILE = 1L << 28;
  private static final Pattern DATA = Pattern.compile("data-[0-9]{4,6}\\.age");

  private Layout() {}

  static String data(int number) {
    return "data-%04d.age".formatted(number);
  }

  /** Whether a package may hold a file of this name. */
  static boolean knows(String name) {
    return NAMED.contains(name) || isData(name);
  }

  /** How long a file of this name may be: of a data file a sixty-fourth more than its rows, for what seals them. */
  static long most(String name) {
    return isData(name) ? DATA_FILE + (DATA_FILE >> 6) : Long.MAX_VALUE;
  }

  static boolean isData(String name) {
    return DATA.matcher(name).matches();
  }
}
