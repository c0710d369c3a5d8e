package venue.ui;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import venue.journal.Backup;
import venue.journal.Progress;
import venue.words.Failure;
import venue.workstation.OpenStation;

/// Keeps the journal's part of the status bar true, opens the card behind it, and makes backups
/// (日志状态与备份). Looks after every commit and every few seconds, beside the screen's thread.
public final class JournalStatus implements AutoCloseable {

    private final AppWindow window;
    private final OpenStation station;
    private final Supplier<JournalHealth> looked;
    private final Runnable noMoreEntries;
    private final Timeline looking;
    private JournalHealth health = new JournalHealth(0, 0, java.util.Optional.empty(),
            java.util.Optional.empty(), java.util.Optional.empty());
    private volatile boolean pending;
    private volatile boolean ended;
    private boolean told;

    /// Follows the journal of `station` in `window` from now on. On the screen's thread.
    public JournalStatus(AppWindow window, OpenStation station) {
        this(window, station, () -> JournalHealth.of(station));
    }

    JournalStatus(AppWindow window, OpenStation station, Supplier<JournalHealth> looked) {
        this.window = window;
        this.station = station;
        this.looked = looked;
        this.noMoreEntries = station.journal().watch(_ -> look());
        this.looking = new Timeline(new KeyFrame(Duration.seconds(5), _ -> look()));
        looking.setCycleCount(Animation.INDEFINITE);
        looking.play();
        window.shell().onJournal(this::open);
        window.shell().model().languageProperty().addListener((_, _, _) -> show(health));
        look();
    }

    /// Looks once more, soon.
    public void look() {
        if (pending || ended) {
            return;
        }
        pending = true;
        FxThread.then(FxThread.beside(() -> {
            pending = false;
            return looked.get();
        }), this::show, this::failed);
    }

    private void show(JournalHealth now) {
        health = now;
        var model = window.shell().model();
        model.journalHealthProperty().set(now.sentence());
        model.journalToneProperty().set(now.tone());
        model.unsentProperty().set(now.unsent());
        if (now.stopped() && !told) {
            told = true;
            now.trouble().ifPresent(failure -> window.shell()
                    .notice(Notice.failed(Say.it("journal.stopped"), failure)));
        }
    }

    private void failed(Throwable error) {
        if (ended || error instanceof Failure failure && failure.code().equals("CLOSED")) {
            return;
        }
        throw new IllegalStateException(error);
    }

    private void open() {
        JournalCard.show(window.shell(), health, () -> window.files()
                .folder(Say.it("backup.folder")).ifPresent(this::backup));
    }

    private void backup(Path target) {
        var shell = window.shell();
        var busy = shell.busy(Say.it("backup.running"), () -> {});
        CompletionStage<Backup.Made> work = FxThread.beside(
                () -> station.journal().backup(target.resolve(folder()),
                        progress -> moved(busy, progress)));
        FxThread.then(work, made -> {
            busy.close();
            shell.notice(Notice.ok(JournalCard.made(made)));
            look();
        }, error -> {
            busy.close();
            switch (error) {
                case CancellationException _ ->
                    shell.notice(Notice.info(Say.it("backup.cancelled")));
                case Failure failure ->
                    shell.notice(Notice.failed(Say.it("backup.failed"), failure));
                default -> throw new IllegalStateException(error);
            }
        });
    }

    private String folder() {
        return "venue-backup-" + station.station().device().value();
    }

    /// Passes on how far long work of the journal is; stops it when the person asked for that.
    static void moved(Busy busy, Progress progress) {
        if (busy.cancelled()) {
            throw new CancellationException("stopped by the person");
        }
        if (progress.total() > 0) {
            busy.progress((double) progress.done() / progress.total());
            busy.say(Say.it("busy.count", progress.done(), progress.total()));
        }
    }

    @Override
    public void close() {
        ended = true;
        noMoreEntries.run();
        FxThread.run(looking::stop);
    }
}
