package venue.domain.opening;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import venue.domain.base.Digest;

/// Who opens the tender side's half together (开标密钥方案), as the record names it.
///
/// @param plan SHA-256 of the signed plan's content
/// @param needed how many holders open
/// @param guardsNeeded how many of them must be guards
/// @param remedies what the tender documents provide when a bidder's certificate fails
public record KeyCard(Digest plan, int needed, int guardsNeeded, List<Holder> holders,
        List<RescueWay> remedies) {

    /// One holder.
    ///
    /// @param number from 1
    /// @param office the body he holds for, e.g. `SUPERVISOR`
    /// @param guard whether he vouches for the time
    public record Holder(int number, String office, String name, String certificateSerial,
            boolean guard) {}

    /// What the tender documents may provide (补救方案).
    public enum RescueWay {
        /// 救援码
        RESCUE_CODE,
        /// 备份投标文件
        BACKUP_FILE
    }

    public KeyCard {
        holders = List.copyOf(holders);
        remedies = List.copyOf(remedies);
    }

    /// The holder called `number`.
    public Optional<Holder> holder(int number) {
        return holders.stream().filter(each -> each.number() == number).findFirst();
    }

    /// Whether these holders open together.
    public boolean isMetBy(Set<Integer> given) {
        var there = new TreeSet<>(given);
        there.removeIf(number -> holder(number).isEmpty());
        long guards = there.stream().filter(number -> holder(number).orElseThrow().guard())
                .count();
        return there.size() >= needed && guards >= guardsNeeded;
    }
}
