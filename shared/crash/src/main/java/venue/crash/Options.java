package venue.crash;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What `./run crash` was asked for.
final class Options {

    static final String USAGE = """
            用法：./run crash [选项]    断电与故障测试：反复断电、注入故障，逐一判定有无丢失
            Usage: ./run crash [OPTION]  power cuts and faults, each one judged

              --images N       断电镜像（无其他选项时即此项，300 个）   images of a disk after a power cut
              --faults         逐一让每次磁盘调用出错                  every call to the disk fails once
              --kill N         启动并强行终止 N 次                     kills a program, N times
              --kill-points    在每次写入、落盘、改名途中强行终止      kills in the middle of every call
              --copies         旧副本、丢失的文件、分叉、时钟回拨      older copies, lost files, forks, clock
              --all            以上全部                                all of these

              --seed S         第一个镜像的种子，默认 1                seed of the first image, 1
              --scenario NAME  场景：mixed（默认）、long、first        what the program does meanwhile
              --mutant NAME    不落盘的变体，判定应当不通过：          a careless disk: must be caught
                               wal-fsync-ignored、blob-fsync-ignored、dir-fsync-ignored
              --replay SEED    用上一次的操作记录重现一个镜像          builds one image of the last run again
              --trace FILE     重现所用的操作记录                      the trace to replay from
              --stride N       故障与终止只取每第 N 个，默认 1         every N-th fault or kill only

            退出码 exit code：0 全部完好 all good；1 有丢失或损坏 something was lost；
                              2 用法不对 usage；3 本机无法测试 not possible here
            不完好的镜像及操作记录保存在 target/crash/。 Bad images and traces stay in target/crash/.""";

    private static final Set<String> FLAGS = Set.of("--help", "--faults", "--kill-points",
            "--copies", "--all");
    private static final Set<String> VALUES = Set.of("--images", "--kill", "--seed", "--scenario",
            "--mutant", "--replay", "--trace", "--stride");

    private final Set<String> flags = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    private Options() {}

    /// Reads the words.
    ///
    /// @throws IllegalArgumentException naming the word that does not fit
    static Options of(String[] words) {
        var options = new Options();
        var rest = new ArrayDeque<>(List.of(words));
        while (!rest.isEmpty()) {
            var word = rest.remove();
            if (FLAGS.contains(word)) {
                options.flags.add(word);
            } else if (VALUES.contains(word) && !rest.isEmpty()) {
                options.values.put(word, rest.remove());
            } else {
                throw new IllegalArgumentException(
                        "选项不认识或缺少取值 unknown option, or its value is missing: " + word);
            }
        }
        options.mutant();
        options.scenario();
        VALUES.stream().filter(word -> !Set.of("--scenario", "--mutant", "--trace").contains(word))
                .forEach(word -> options.number(word, 0));
        return options;
    }

    boolean isHelp() {
        return flags.contains("--help");
    }

    boolean wants(String word) {
        return flags.contains("--all") || flags.contains(word) || values.containsKey(word);
    }

    /// Whether nothing was asked for but images.
    boolean wantsImages() {
        return wants("--images")
                || !(wants("--faults") || wants("--kill") || wants("--kill-points")
                        || wants("--copies"));
    }

    int images() {
        return Math.toIntExact(number("--images", 300));
    }

    int kills() {
        return Math.toIntExact(number("--kill", 10));
    }

    int stride() {
        return Math.toIntExact(Math.max(1, number("--stride", 1)));
    }

    long seed() {
        return number("--seed", 1);
    }

    Scenario scenario() {
        return Scenario.of(values.getOrDefault("--scenario", "mixed"));
    }

    Mutant mutant() {
        return Mutant.of(values.getOrDefault("--mutant", "none"));
    }

    OptionalLong replay() {
        return values.containsKey("--replay")
                ? OptionalLong.of(number("--replay", 0))
                : OptionalLong.empty();
    }

    Optional<Path> trace() {
        return Optional.ofNullable(values.get("--trace")).map(Path::of);
    }

    private long number(String word, long otherwise) {
        var text = values.get(word);
        if (text == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("不是数字 not a number: " + word + " " + text, e);
        }
    }
}
