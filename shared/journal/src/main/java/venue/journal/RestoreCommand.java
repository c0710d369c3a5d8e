package venue.journal;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import venue.crypto.Certificate;
import venue.crypto.Detached;
import venue.crypto.FileToken;
import venue.domain.base.PersonId;
import venue.journal.SessionEvent.Approval;

/// `journal restore`: shows the statement, lets two persons sign it with their media, restores.
final class RestoreCommand {

    private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_]*";

    private final CommandSession session;

    RestoreCommand(CommandSession session) {
        this.session = session;
    }

    void run() {
        session.line.requireOperands(2, 2);
        var reason = session.line.option("--reason")
                .orElseThrow(() -> new CommandLine.Wrong("command.value", "--reason"));
        var media = session.line.all("--approve");
        var station = session.station(1);
        var plan = Restoration.plan(session.operand(0), station.journal(),
                station.keys(session.pin()), station.device(), InstantSource.system(),
                session::progress);
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var statement = plan.statement(reason, at);
        session.say("command.statement");
        session.print(statement);
        List<Approval> approvals = media.stream().map(each -> approve(each, statement, at))
                .toList();
        var next = plan.run(reason, approvals, at);
        session.say("command.restored", next, plan.size(), plan.before());
    }

    private Approval approve(String medium, String statement, Instant at) {
        int colon = medium.lastIndexOf(':');
        boolean named = colon > 0 && medium.substring(colon + 1).matches(VARIABLE);
        var file = Path.of(named ? medium.substring(0, colon) : medium);
        var pin = named ? session.secret(medium.substring(colon + 1)) : asked(file);
        try (var token = FileToken.open(file, pin)) {
            var signer = token.signing();
            return new Approval(person(signer), signer.holder(),
                    Detached.sign(token, statement.getBytes(StandardCharsets.UTF_8), at));
        }
    }

    private static char[] asked(Path medium) {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal)
                .map(console -> console.readPassword("%s",
                        CommandSession.WORDS.say("command.ask-pin", medium)))
                .orElseThrow(() -> new CommandLine.Wrong("command.approve", medium));
    }

    /// A person is known here by the certificate alone: never by the identity number in it.
    private static PersonId person(Certificate signer) {
        return new PersonId("cert-" + signer.publicKeySha256().substring(0, 32));
    }
}
