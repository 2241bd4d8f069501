package io.safehand.core.person;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds how far an address names province, city and district, in the order in which Chinese addresses are written.
 *
 * <p>Provinces and cities are known by name; a district, county or banner by its ending behind one of them. A name
 * without a region in front of it has no levels. Immutable.
 */
public final class Regions {
  private static final int LONGEST_NAME = 5;
  private static final String STOPS = "路街道巷弄号栋幢楼室镇乡村组里园苑庄邮编电话";
  private final Set<String> provinces = new HashSet<>();
  private final Set<String> cities = new HashSet<>();
  private final BitSet firsts = new BitSet();

  /** Ends of the levels in the text, each 0 where it is missing. */
  public record Levels(int province, int city, int district) {

    /** Where the narrowest known level ends; 0 where there is none. */
    public int end() {
      return Math.max(province, Math.max(city, district));
    }
  }

  public Regions() {
    try (InputStream in = Regions.class.getResourceAsStream("regions.txt")) {
      if (in == null) {
        throw new IllegalStateException("regions.txt is missing from the artefact");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] words = line.split(" ", -1);
    for (int i = 1; i < words.length; i++) {
      firsts.set(words[i].charAt(0));
      if (words[0].equals("province")) {
        provinces.add(words[i]);
      } else if (words[0].equals("city")) {
        cities.add(words[i]);
      }
    }
  }

  /** Whether some region begins with this character: a quick no for most. */
  public boolean begins(char first) {
    return firsts.get(first) || first == '中';
  }

  public Levels levels(String text, int from) {
    int start = text.startsWith("中国", from) ? from + 2 : from;
    int province = named(text, start, provinces, "特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市");
    int city = city(text, province == 0 ? start : province, province > 0);
    int wider = Math.max(province, city);
    return new Levels(province, city, wider == 0 ? 0 : ending(text, wider, 8, "区县旗市"));
  }

  private int city(String text, int from, boolean behindProvince) {
    int known = named(text, from, cities, "市", "地区", "盟");
    int whole = known > 0 || behindProvince ? prefecture(text, from) : 0;
    return Math.max(known, whole);
  }

  /** Autonomous prefectures have long names: 湘西土家族苗族自治州. */
  private static int prefecture(String text, int from) {
    int at = text.indexOf("自治州", from);
    return at > from && at - from <= 12 && clean(text, from, at) ? at + 3 : 0;
  }

  private static int named(String text, int from, Set<String> names, String... endings) {
    for (int length = Math.min(LONGEST_NAME, text.length() - from); length >= 2; length--) {
      if (names.contains(text.substring(from, from + length))) {
        int end = from + length;
        for (String ending : endings) {
          if (text.startsWith(ending, end)) {
            return end + ending.length();
          }
        }
        boolean district = end < text.length() && "区县旗".indexOf(text.charAt(end)) >= 0;
        return district ? 0 : end;
      }
    }
    return 0;
  }

  private static int ending(String text, int from, int most, String endings) {
    for (int i = from; i < text.length() && i <= from + most; i++) {
      char c = text.charAt(i);
      if (i > from && endings.indexOf(c) >= 0) {
        return compound(text, i) ? 0 : i + 1;
      }
      if (STOPS.indexOf(c) >= 0 && !text.startsWith("园区", i) || !Character.isIdeographic(c)) {
        return 0;
      }
    }
    return 0;
  }

  /** 小区, 社区 and the like are where people live, not districts. */
  private static boolean compound(String text, int at) {
    char before = text.charAt(at - 1);
    boolean industrial = before == '园' && at >= 3 && text.startsWith("工业", at - 3);
    return text.charAt(at) == '区' && "小社校厂园景库矿灾".indexOf(before) >= 0 && !industrial;
  }

  private static boolean clean(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (STOPS.indexOf(text.charAt(i)) >= 0 || !Character.isIdeographic(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
