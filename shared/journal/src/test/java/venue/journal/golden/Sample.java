package venue.journal.golden;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import venue.crypto.Bytes;
import venue.domain.base.BidderId;
import venue.domain.base.DealCode;
import venue.domain.base.DeviceId;
import venue.domain.base.Digest;
import venue.domain.base.Money;
import venue.domain.base.PersonId;
import venue.domain.base.Points;
import venue.domain.base.SocialCreditCode;
import venue.domain.base.TenderId;
import venue.domain.money.AmountInWords;
import venue.domain.witness.ExhibitId;
import venue.domain.witness.IncidentId;
import venue.domain.witness.WitnessEvent;

/// Makes one value of any shape that an event can have, always the same one: what the golden files
/// are written from when a new kind comes.
///
/// @param full whether what may be absent is there
record Sample(boolean full) {

    private static final Instant TEN = Instant.parse("2026-11-23T02:00:00.000Z");
    private static final List<String> BIDDERS = List.of("91210100MA0UB22K1", "91210200MA0UC33K2",
            "91210300MA0UD44K3");
    private static final List<String> PRICES = List.of("55936000.00", "53275000.50",
            "56348000.09");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("received", 3),
            Map.entry("opened", 2), Map.entry("durationDays", 300),
            Map.entry("decryptionMinutes", 30), Map.entry("objectionMinutes", 10),
            Map.entry("votesFor", 4), Map.entry("previousSize", 256), Map.entry("size", 17),
            Map.entry("seq", 16));
    /// More than fits 31 bits.
    private static final long LARGE = 5_368_709_120L;
    private static final Map<String, Long> SECONDS = Map.of("at", 754L, "deadline", 0L, "until",
            1_800L, "due", 5_400L, "occurredAt", 700L, "completedAt", -3_600L, "openedAt", 60L);

    /// Where a value stands.
    private record Place(Class<?> type, String component, int index) {

        String record() {
            return type.getSimpleName();
        }

        Place at(int i) {
            return new Place(type, component, i);
        }

        Optional<String> words() {
            return Words.of(record(), component, index);
        }
    }

    /// Whether a shape has anything that may be absent.
    static boolean hasOptionals(Type type) {
        var raw = raw(type);
        if (raw == Optional.class) {
            return true;
        }
        if (type instanceof ParameterizedType many) {
            return Arrays.stream(many.getActualTypeArguments()).anyMatch(Sample::hasOptionals);
        }
        return raw.isRecord() && Arrays.stream(raw.getRecordComponents())
                .anyMatch(each -> hasOptionals(each.getGenericType()));
    }

    /// A record of this class.
    Object of(Class<?> record) {
        return record(record, 0);
    }

    private Object value(Type type, Place place) {
        var raw = raw(type);
        if (raw == Optional.class) {
            return full ? Optional.of(value(argument(type, 0), place)) : Optional.empty();
        }
        if (Map.class.isAssignableFrom(raw)) {
            var map = new LinkedHashMap<Object, Object>();
            for (int i = 0; i < 2; i++) {
                map.put(value(argument(type, 0), place.at(i)), value(argument(type, 1),
                        place.at(i)));
            }
            return map;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return many(type, raw, place);
        }
        if (raw.isEnum()) {
            return constant(raw, place);
        }
        if (raw.isInterface() && raw.isSealed()) {
            return value(raw.getPermittedSubclasses()[0], place);
        }
        return known(raw, place).orElseGet(() -> record(raw, place.index()));
    }

    private Collection<?> many(Type type, Class<?> raw, Place place) {
        var all = new ArrayList<>();
        for (int i = 0; i < Words.count(place.record(), place.component()); i++) {
            all.add(value(argument(type, 0), place.at(i)));
        }
        if (Set.class.isAssignableFrom(raw)) {
            return raw == Set.class ? new LinkedHashSet<>(all) : new TreeSet<>(all);
        }
        return all;
    }

    private static Object constant(Class<?> type, Place place) {
        var constants = type.getEnumConstants();
        var words = place.words();
        return Arrays.stream(constants)
                .filter(each -> words.filter(((Enum<?>) each).name()::equals).isPresent())
                .findFirst().orElse(constants[Math.floorMod(
                        (place.record() + place.component()).hashCode() + place.index(),
                        constants.length)]);
    }

    private static Optional<Object> known(Class<?> type, Place place) {
        int index = place.index();
        return Optional.ofNullable(switch (type.getSimpleName()) {
            case "String" -> text(place);
            case "boolean", "Boolean" -> index % 2 == 0;
            case "int", "Integer" -> number(place);
            case "long", "Long" -> place.component().equals("sizeBytes")
                    ? LARGE + index
                    : number(place);
            case "Instant" -> TEN.plusMillis(
                    1_000 * SECONDS.getOrDefault(place.component(), 900L) + 125L * index + 7);
            case "BigDecimal" -> new BigDecimal("0.965");
            case "Bytes" -> Bytes.of(bytes(place));
            case "Digest" -> new Digest(Bytes.of(seed(place)).sha256());
            case "BidderId" -> new BidderId(code(BIDDERS.get(index % BIDDERS.size())));
            case "PersonId" -> person(place);
            case "DeviceId" -> new DeviceId("seat-" + (index + 1));
            case "TenderId" -> new TenderId("A2101000001202600100001");
            case "IncidentId" -> new IncidentId("J00" + (index + 1) + "-witness-1");
            case "ExhibitId" -> new ExhibitId("E00" + (index + 1) + "-witness-1");
            case "Money" -> money(place);
            case "Points" -> Points.of("12.5" + index);
            default -> null;
        });
    }

    private static String text(Place place) {
        return switch (place.component()) {
            case "priceInWords" -> AmountInWords.of(money(place));
            case "code" -> place.record().equals("Organisation")
                    ? code("91210100MA0UG01K7")
                    : place.words().orElseThrow();
            case "dealCode" -> deal("A01", "91210100MA0UEX7K0C", "20261123", "000001");
            default -> place.words().orElse(place.component() + " 样本 " + (place.index() + 1));
        };
    }

    private static Money money(Place place) {
        return switch (place.component()) {
            case "bond", "bondAmount" -> Money.yuan("800000");
            case "ceiling" -> Money.yuan("58000000");
            default -> Money.yuan(PRICES.get(place.index() % PRICES.size()));
        };
    }

    private static int number(Place place) {
        return place.words().filter(words -> words.matches("[0-9]+")).map(Integer::parseInt)
                .orElse(NUMBERS.getOrDefault(place.component(), 1) + place.index());
    }

    private static PersonId person(Place place) {
        return new PersonId(switch (place.component()) {
            case "by" -> place.type().getEnclosingClass() == WitnessEvent.class
                    ? "P-WITNESS"
                    : "P-EXPERT-1";
            case "host", "confirmedBy", "recordedBy" -> "P-HOST";
            case "person" -> place.index() == 0 ? "P-AGENCY" : "P-SUPERVISOR";
            case "reader", "firstReader" -> "P-READER";
            case "recorder", "secondReader" -> "P-RECORDER";
            case "supervisor" -> "P-SUPERVISOR";
            case "substitute" -> "P-EXPERT-6";
            case "candidate" -> "P-EXPERT-2";
            case "id" -> List.of("P-HOST", "P-AGENCY", "P-SUPERVISOR").get(place.index() % 3);
            default -> "P-EXPERT-" + (place.index() + 1);
        });
    }

    private static byte[] seed(Place place) {
        return (place.record() + "." + place.component() + "." + place.index())
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A key, a root; a signature is twice as long.
    private static byte[] bytes(Place place) {
        var half = Bytes.of(seed(place)).sha256();
        return Bytes.fromHex(place.component().equals("certificate") ? half + half : half).array();
    }

    private static String code(String body) {
        return body + SocialCreditCode.checkOf(body);
    }

    private static String deal(String category, String platform, String day, String serial) {
        return String.join("-", category, platform, day, serial,
                String.valueOf(DealCode.checkOf(category + platform + day + serial)));
    }

    private Object record(Class<?> type, int index) {
        var components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException("no sample of " + type + ": teach Sample this type");
        }
        var types = Arrays.stream(components).map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(each -> value(each.getGenericType(),
                        new Place(type, each.getName(), index)))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no sample of " + type, e);
        }
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType many
                ? (Class<?>) many.getRawType()
                : (Class<?>) type;
    }
}
