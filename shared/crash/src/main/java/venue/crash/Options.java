package venue.crash;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What `./run crash` was asked for.
record Options(boolean help, int images, long seed, Scenario scenario, Mutant mutant,
        OptionalLong replay, Optional<Path> trace) {

    static final String USAGE = """
            用法：./run crash [选项]    断电与故障测试：对真实日志反复断电，逐一判定有无丢失
            Usage: ./run crash [OPTION]  power cuts against the real journal, each one judged

              --images N       断电镜像数量，默认 300                how many images, 300 if not said
              --seed S         第一个镜像的种子，默认 1              seed of the first image, 1
              --scenario NAME  场景：mixed（默认）、long、first      what the program does meanwhile
              --mutant NAME    不落盘的变体，判定应当不通过：        a careless disk, which must be caught:
                               wal-fsync-ignored、blob-fsync-ignored、dir-fsync-ignored
              --replay SEED    用上一次的操作记录重现一个镜像        builds one image of the last run again
              --trace FILE     重现所用的操作记录                    the trace to replay from

            退出码 exit code：0 全部完好 all good；1 有丢失或损坏 something was lost；
                              2 用法不对 usage；3 本机无法测试 not possible here
            不完好的镜像及操作记录保存在 target/crash/。 Bad images and the trace stay in target/crash/.""";

    static Options of(String[] words) {
        var options = new Options(false, 300, 1, Scenario.MIXED, Mutant.NONE,
                OptionalLong.empty(), Optional.empty());
        var rest = new ArrayDeque<>(List.of(words));
        while (!rest.isEmpty()) {
            options = options.with(rest.remove(), rest);
        }
        return options;
    }

    private Options with(String word, ArrayDeque<String> rest) {
        return switch (word) {
            case "--help", "-h" -> new Options(true, images, seed, scenario, mutant, replay, trace);
            case "--images" -> new Options(help, (int) number(word, rest), seed, scenario, mutant,
                    replay, trace);
            case "--seed" -> new Options(help, images, number(word, rest), scenario, mutant, replay,
                    trace);
            case "--scenario" -> new Options(help, images, seed, Scenario.of(value(word, rest)),
                    mutant, replay, trace);
            case "--mutant" -> new Options(help, images, seed, scenario,
                    Mutant.of(value(word, rest)), replay, trace);
            case "--replay" -> new Options(help, images, seed, scenario, mutant,
                    OptionalLong.of(number(word, rest)), trace);
            case "--trace" -> new Options(help, images, seed, scenario, mutant, replay,
                    Optional.of(Path.of(value(word, rest))));
            default -> throw new IllegalArgumentException("不认识的选项 unknown option: " + word);
        };
    }

    private static String value(String word, ArrayDeque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("缺少取值 a value is missing: " + word);
        }
        return rest.remove();
    }

    private static long number(String word, ArrayDeque<String> rest) {
        var text = value(word, rest);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("不是数字 not a number: " + word + " " + text, e);
        }
    }
}
