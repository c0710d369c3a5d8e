package venue.domain.witness;

import java.util.Optional;
import java.util.function.UnaryOperator;
import venue.domain.witness.Watch.Span;

/// What each event means for the state. Total, without a default: a new event does not compile
/// until somebody says what it means.
final class WatchFold {

    private WatchFold() {}

    static Watch after(Watch watch, WitnessEvent event) {
        return switch (event) {
            case WitnessEvent.StageBegan(var stage, var place, _, var at) ->
                watch.with(stage, new Span(place, at, Optional.empty(), ""));
            case WitnessEvent.StageEnded ended -> ended(watch, ended);
            case WitnessEvent.ItemChecked checked -> watch.with(checked);
            case WitnessEvent.LogNoted noted -> watch.with(noted);
            case WitnessEvent.IncidentRecorded recorded -> watch.with(Incident.of(recorded));
            case WitnessEvent.SubjectNotified notified ->
                incident(watch, notified.incident(), known -> known.with(notified));
            case WitnessEvent.NoticeDelivered delivered ->
                incident(watch, delivered.incident(), known -> known.with(delivered));
            case WitnessEvent.IncidentClosed closed ->
                incident(watch, closed.incident(), known -> known.with(closed));
            case WitnessEvent.IncidentEscalated escalated ->
                incident(watch, escalated.incident(), known -> known.with(escalated));
            case WitnessEvent.DepartmentInformed informed ->
                incident(watch, informed.incident(), known -> known.with(informed));
            case WitnessEvent.ReportReceived received ->
                incident(watch, received.incident(), known -> known.with(received));
            case WitnessEvent.FollowUpNoted noted ->
                incident(watch, noted.incident(), known -> known.with(noted));
            case WitnessEvent.CaptureBegan begun -> watch.with(Exhibit.begun(begun));
            case WitnessEvent.CaptureEnded ended -> kept(watch, ended);
            case WitnessEvent.CaptureRecovered recovered ->
                exhibit(watch, recovered.exhibit(), known -> known.recovered(recovered.finding()));
            case WitnessEvent.CustodyEntered entered ->
                exhibit(watch, entered.exhibit(), known -> known.with(entered));
            case WitnessEvent.WitnessReportSigned signed -> watch.with(signed);
        };
    }

    private static Watch ended(Watch watch, WitnessEvent.StageEnded ended) {
        var span = watch.stages().get(ended.stage());
        if (span == null) {
            return watch;
        }
        return watch.with(ended.stage(),
                new Span(span.place(), span.from(), Optional.of(ended.at()), ended.summary()));
    }

    private static Watch kept(Watch watch, WitnessEvent.CaptureEnded ended) {
        var earlier = watch.exhibits().values().stream()
                .filter(known -> known.sha256().filter(ended.sha256()::equals).isPresent())
                .map(Exhibit::id).findFirst();
        return exhibit(watch, ended.exhibit(), known -> known.kept(ended, earlier));
    }

    private static Watch incident(Watch watch, IncidentId id, UnaryOperator<Incident> change) {
        return watch.incident(id).map(change).map(watch::with).orElse(watch);
    }

    private static Watch exhibit(Watch watch, ExhibitId id, UnaryOperator<Exhibit> change) {
        return watch.exhibit(id).map(change).map(watch::with).orElse(watch);
    }
}
