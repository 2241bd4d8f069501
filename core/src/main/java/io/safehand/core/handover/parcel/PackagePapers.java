package io.safehand.core.handover.parcel;

import java.util.List;
import java.util.stream.Stream;

/** The files of a package that hold nothing sealed and go into evidence: manifest, signatures, audit. */
public final class PackagePapers {
  private PackagePapers() {}

  public static List<String> names() {
    return Stream.concat(Stream.of(Layout.MANIFEST, Layout.SIGNATURES), Layout.AUDIT.stream()).toList();
  }
}
