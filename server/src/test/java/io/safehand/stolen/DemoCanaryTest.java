package io.safehand.stolen;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.SafehandServer;
import io.safehand.server.start.Starting;
import io.safehand.server.start.TestCluster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Planted people go through a whole demonstration in a process of its own. What it leaves anywhere (data folder with
 * database and write-ahead log, papers, logs, what it printed, temporary files) holds none of their values, in no form.
 */
class DemoCanaryTest {
  private static final int PEOPLE = 40;
  private static final String INVENTORY = """
      format: 1
      version: "2026-11"
      purposes:
        - {purpose: service, zh: 服务, en: Service, travels: true, opens: {staff: full, officer: full}}
      fields:
        - {field: member, category: account, group: identity, purposes: [service], basis: contract, retention: P3Y, identity: true, searchable: true}
        - {field: name, category: name, group: identity, purposes: [service], basis: contract, retention: P3Y, required: true, searchable: true}
        - {field: mobile, category: mobile, group: contact, purposes: [service], basis: contract, retention: P3Y, searchable: true}
        - {field: email, category: email, group: contact, purposes: [service], basis: contract, retention: P3Y}
        - {field: note, category: text, group: contact, purposes: [service], basis: contract, retention: P3Y}
      """;
  private final Path folder = TestCluster.folder("canary");
  private final List<String> planted = new ArrayList<>();

  @Test
  void aWholeDemonstrationLeavesNoPlantedValueAnywhere() throws Exception {
    Path left = Files.createDirectory(folder.resolve("left"));
    Path input = Files.createDirectory(folder.resolve("input"));
    int code = demonstrate(file(input), Files.writeString(input.resolve("inventory.yaml"), INVENTORY), left);
    assertThat(code).as(() -> "said " + said(left)).isZero();
    assertThat(left.resolve("out").resolve("summary.json")).content().contains("\"imported\": " + PEOPLE);

    BytesInFiles search = new BytesInFiles(forms());
    assertThat(search.foundBelow(left)).isEmpty();
    assertThat(search.foundBelow(input)).as("where they were planted, each is found").hasSize(planted.size());
    Files.write(left.resolve("data").resolve("planted"),
        planted.getLast().getBytes(StandardCharsets.UTF_16LE));
    assertThat(search.foundBelow(left)).as("one more in the data folder, in another encoding").hasSize(1);
  }

  /** Damaged values are turned away and may not be quoted either. */
  private Path file(Path input) throws IOException {
    List<String> rows = new ArrayList<>(List.of("member,name,mobile,email,note,undeclared"));
    for (int i = 0; i < PEOPLE; i++) {
      rows.add(String.join(",", plant("CANARY%06d".formatted(i)),
          plant("欧阳" + "金丝雀梧桐".charAt(i % 5) + "瑶琴书画".charAt(i / 5 % 4) + "山"),
          plant("1390917%04d".formatted(i)), plant("canary%04d@nest.example".formatted(i)),
          plant("planted remark %04d".formatted(i)), plant("undeclared%04d".formatted(i))));
    }
    rows.add(",%s,%s,,,".formatted(plant("欧阳无号人"), plant("13909179999")));
    return Files.write(input.resolve("planted.csv"), rows);
  }

  private String plant(String value) {
    if (!planted.contains(value)) {
      planted.add(value);
    }
    return value;
  }

  private Set<ByteBuffer> forms() {
    Set<ByteBuffer> forms = new HashSet<>();
    planted.forEach(value -> new WrittenForms(value).all()
        .stream()
        .filter(form -> form.capacity() >= Long.BYTES)
        .forEach(forms::add));
    return forms;
  }

  private static int demonstrate(Path input, Path inventory, Path left) throws Exception {
    Path temporary = Files.createDirectory(left.resolve("tmp"));
    Files.createDirectory(left.resolve("out"));
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
        "-Djava.io.tmpdir=" + temporary, "-Duser.dir=" + Path.of("").toAbsolutePath(), "-cp",
        System.getProperty("java.class.path"), Demonstration.class.getName(), "--server.port=0",
        "--logging.file.name=" + left.resolve("log"), "--logging.level.root=debug",
        "--safehand.data=" + left.resolve("data"), "--safehand.unseal.mode=S0", "--safehand.clock=settable",
        "--safehand.clock-start=2026-08-01T00:00:00Z", "--safehand.demo.deal=merger",
        "--safehand.demo.input=" + input, "--safehand.demo.inventory=" + inventory,
        "--safehand.mail.sink=true", "--safehand.demo.drop-undeclared=true",
        "--safehand.demo.out=" + left.resolve("out")).redirectOutput(left.resolve("stdout").toFile())
        .redirectError(left.resolve("stderr").toFile())
        .start()
        .waitFor();
  }

  private static String said(Path left) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(left.resolve("stderr")));
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    } catch (IOException nothing) {
      return "nothing";
    }
  }

  /** The process. */
  static final class Demonstration {
    public static void main(String[] arguments) {
      Starting.run(SafehandServer.class, arguments);
    }
  }
}
