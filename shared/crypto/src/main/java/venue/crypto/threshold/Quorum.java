package venue.crypto.threshold;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How many holders open (k of n), and how many of them must come from the guards (两组规则): those
/// whose presence vouches for the time, the centre or the supervisor. Holders are numbered from 1.
///
/// @param needed k, out of `holders`
/// @param guards numbers of the guards, ascending; empty together with `guardsNeeded` 0 for a
/// plain k of n
public record Quorum(int holders, int needed, List<Integer> guards, int guardsNeeded) {

    /// More would make a ceremony nobody finishes.
    public static final int HOLDERS_MAX = 32;

    public Quorum {
        guards = List.copyOf(guards);
        if (holders < 1 || holders > HOLDERS_MAX || needed < 1 || needed > holders
                || guardsNeeded < 0 || guardsNeeded > guards.size() || guardsNeeded > needed
                || guards.isEmpty() != (guardsNeeded == 0)
                || !guards.stream().allMatch(each -> each >= 1 && each <= holders)
                || !List.copyOf(new TreeSet<>(guards)).equals(guards)) {
            throw new IllegalArgumentException("the quorum contradicts itself");
        }
    }

    /// `needed` of `holders`, whoever they are.
    public static Quorum of(int needed, int holders) {
        return new Quorum(holders, needed, List.of(), 0);
    }

    /// Whether these holders open together.
    public boolean isMetBy(Collection<Integer> present) {
        return lacking(present) == 0 && guardsLacking(present) == 0;
    }

    /// How many holders are missing whoever they are.
    public int lacking(Collection<Integer> present) {
        return Math.max(0, needed - known(present).size());
    }

    /// How many guards are missing.
    public int guardsLacking(Collection<Integer> present) {
        var there = known(present);
        there.retainAll(guards);
        return Math.max(0, guardsNeeded - there.size());
    }

    /// Whether `holder` is one of the guards.
    public boolean isGuard(int holder) {
        return guards.contains(holder);
    }

    private Set<Integer> known(Collection<Integer> present) {
        var there = new HashSet<>(present);
        there.removeIf(each -> each < 1 || each > holders);
        return there;
    }

    /// The splits of the private number, which is their sum: all holders, and the guards where a
    /// second group is asked for.
    List<Split> splits() {
        var all = new java.util.ArrayList<Split>();
        var everybody = java.util.stream.IntStream.rangeClosed(1, holders).boxed().toList();
        all.add(new Split(everybody, needed));
        if (guardsNeeded > 0) {
            all.add(new Split(guards, guardsNeeded));
        }
        return List.copyOf(all);
    }

    /// One polynomial: who has a value of it, and how many values give it.
    record Split(List<Integer> members, int needed) {}
}
