/// A whole day, played through the real windows (全天演练).
///
/// `Day` prepares everything ([venue.rehearsal.prepare]), opens the applications' windows with the
/// rehearsal's clock and lets three parts play, each by its [Hand] (robot) and with the [Cast]:
///
/// - `new venue.rehearsal.witness.WitnessPart(cast, hand)`: `begin()`, `duringOpening()`,
///   `duringEvaluation()`, `finish()`
/// - `new venue.rehearsal.opening.OpeningPart(cast, hand)`: `play()`
/// - `new venue.rehearsal.evaluation.EvaluationPart(cast, hand)`: `play()`
///
/// A part opens its windows with `hand.open("hall-1", stage -> new Main().open(stage, launch))`
/// where the launch has `cast.station(device)`, `cast.clock()` and rehearsal mode, takes pictures
/// with `hand.shot("opening-03-draw")`, checks what it sees with `cast.checks()`, and lays what a
/// person should look at into `cast.products()`: `opening-record.pdf` and its `.p7s` files,
/// `handover.parcel`, `evaluation-report.pdf`, `witness-report.pdf` … Windows stay open until the
/// day ends.
///
/// Each part can be run alone while it is being written: `./run day --part opening` stops after
/// that part; `--home DIR` says where.
@org.jspecify.annotations.NullMarked
package venue.rehearsal;
