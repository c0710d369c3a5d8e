package venue.journal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import venue.journal.proof.Note;
import venue.journal.proof.TreeHash;
import venue.journal.store.Database;

/// What runs inside an open journal. Everything here is done under the journal's lock.
final class Engine {

    private static final int TIDY_EVERY = 1000;

    final Database db;
    final Shelf shelf;
    final Log own;
    final Ticker ticker = new Ticker();
    final Writing writing;
    final Signing signing;
    final Sampling sampling;
    private final ReentrantLock lock;
    private boolean running;
    private long tidied;

    Engine(Setting setting, Database db, HeadMemory memory, ReentrantLock lock) {
        this.db = db;
        this.lock = lock;
        this.shelf = new Shelf(setting, db, setting.claim(db));
        this.own = shelf.own;
        this.writing = new Writing(setting, db, own, ticker, shelf.projections);
        this.signing = new Signing(db, own, writing.session(), memory, this::signLater);
        this.sampling = new Sampling(setting);
    }

    /// Checks everything, brings the projections up to date and begins a session.
    void start(Setting setting, HeadMemory memory, Blobs blobs, Consumer<Progress> progress) {
        lock.lock();
        try { // the signing timer must not strike before everything is begun
            running = true;
            begin(setting, memory, blobs, progress);
        } catch (RuntimeException e) {
            forget();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void signLater() {
        lock.lock();
        try {
            if (running) {
                signing.signQuietly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void begin(Setting setting, HeadMemory memory, Blobs blobs,
            Consumer<Progress> progress) {
        shelf.check(ticker, progress);
        var news = Beginning.compare(own, memory, setting);
        if (!shelf.projections.areCurrent()) {
            shelf.rebuild(progress);
        }
        tidied = own.size();
        writing.begin(Beginning.generation(db, own), Receipts.newest(own), shelf.seen());
        if (!news.isEmpty()) {
            write(news.stream().map(writing::station).toList());
        }
        blobs.recover(each -> write(List.of(writing.station(Beginning.recovered(each, setting)))));
        signing.sign();
        sampling.note();
    }

    /// How far the own log has come, signed.
    Head head() {
        signing.sign();
        return new Head(own.origin, own.size(), own.tree(TreeHash.SHA256).root(),
                own.tree(TreeHash.SM3).root(), note(TreeHash.SHA256), note(TreeHash.SM3));
    }

    private String note(TreeHash hash) {
        return own.newestNote(hash).map(Note::text).orElse("");
    }

    /// Writes drafts in one transaction; the checkpoint follows.
    List<Entry> write(List<Writing.Draft> drafts) {
        var entries = writing.append(drafts, shelf::seen);
        signing.grown();
        sampling.note();
        if (own.size() - tidied >= TIDY_EVERY) {
            db.tidy();
            tidied = own.size();
        }
        return entries;
    }

    /// Takes in a range; the clock here is never behind what was taken in.
    Accepted accept(LogRange range) {
        shelf.requireNotRestored(range);
        var accepted = shelf.accept(range);
        ticker.seen(shelf.log(range.origin()).hybrid());
        return accepted;
    }

    /// Why nothing can be written or signed at the moment.
    Optional<JournalFailure> trouble() {
        return db.isStopped()
                ? Optional.of(JournalFailure.stopped())
                : Optional.ofNullable(signing.trouble());
    }

    /// Ends the session; the key is erased whatever happens.
    void end() {
        try {
            writing.end(shelf.seen());
            signing.sign();
            db.tidy();
            sampling.note();
        } finally {
            forget();
            db.close();
        }
    }

    /// Erases the session's key and stops the timer.
    private void forget() {
        running = false;
        writing.session().erase();
        signing.close();
    }
}
