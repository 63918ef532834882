package dev.rushlight.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.campaign.CrashChecker.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker of the crash campaign finds every misdeed in forged histories. */
class CrashCheckerTest {
    @TempDir
    private Path directory;

    private final List<String> history = lines(
            "{'what':'began','database':'H2','seed':1,'site':'http://here','us':0}",
            invoke(1, "REQUEST_CHANGES"),
            "{'what':'ok','op':1,'us':2}",
            "{'what':'struck','fault':'KILL','us':3}",
            "{'what':'healed','fault':'KILL','us':1000000}",
            invoke(2, "ABSTAIN"),
            "{'what':'ok','op':2,'us':1000002}",
            "{'what':'drained','us':2000000}");
    private final List<String> record = lines(told(1), heard(1), told(2), heard(2));
    private final List<String> export = lines(
            vote(1, "REQUEST_CHANGES", "op 1"),
            vote(2, "ABSTAIN", "op 2"),
            decision(1, "CHANGES_REQUESTED"),
            decision(2, "IN_REVIEW"),
            owed(1, "DECISION", "d1"),
            owed(2, "VOTE_RECORDED", "v1"),
            owed(3, "DECISION", "d2"),
            owed(4, "VOTE_RECORDED", "v2"),
            "{'what':'ledger','whole':true}");

    @Test
    void decentCampaignIsClean() {
        assertThat(check()).isEqualTo(new Verdict(List.of(), 2, 0, 0, 0, 2, 4, 0, 1, 1, 1_000_000, 1_999_997));
    }

    @Test
    void voteThatWasShownAsSavedAndIsGoneIsLost() {
        export.remove(1);
        assertThat(findings()).contains("lost: op 2 was shown as saved and is not in the database");
    }

    @Test
    void decisionThatIsMissingInTheSequenceIsLost() {
        export.remove(2);
        assertThat(findings()).contains("lost: item i has decision 2 where 1 was due");
    }

    @Test
    void decisionThatNobodyOwesIsLost() {
        export.remove(6);
        assertThat(findings()).contains("lost: nobody owes an event about d2");
    }

    @Test
    void eventThatNeverCameIsLost() {
        record.remove(3);
        assertThat(findings()).containsExactly("lost: event e-v2 never came to the consumer");
    }

    @Test
    void sameEventAgainIsRepeatedWithoutEffect() {
        record.add(told(2).replace('\'', '"'));
        assertThat(check().repeated()).isEqualTo(1);
        assertThat(findings()).isEmpty();
    }

    @Test
    void oneDecisionUnderTwoIdsIsDoubled() {
        record.add(told(2).replace("e-d2", "other").replace('\'', '"'));
        assertThat(findings()).contains("doubled: d2 was told under 2 ids: [e-d2, other]");
    }

    @Test
    void operationThatIsStoredTwiceIsDoubled() {
        export.add(vote(3, "ABSTAIN", "op 2").replace('\'', '"'));
        assertThat(findings()).contains("doubled: op 2 is in the database 2 times");
    }

    @Test
    void laterEventThatComesFirstIsAnInversion() {
        record.add(0, record.remove(2));
        assertThat(findings())
                .containsExactly(
                        "order: event e-d1 of item i came after a later one",
                        "order: event e-v1 of item i came after a later one");
    }

    @Test
    void eventThatNobodyOwedIsAPhantom() {
        record.add(told(3).replace('\'', '"'));
        assertThat(findings()).containsExactly("phantom: event e-d3 was heard, but nobody owed it");
    }

    @Test
    void eventThatTellsAnotherOutcomeIsAPhantom() {
        record.set(0, record.get(0).replace("CHANGES_REQUESTED", "APPROVED"));
        assertThat(findings()).singleElement().asString().startsWith("phantom: event e-d1 tells something else");
    }

    @Test
    void eventThatTellsAnotherReasonIsAPhantom() {
        record.set(1, record.get(1).replace("op 1", "op 7"));
        assertThat(findings()).singleElement().asString().startsWith("phantom: event e-v1 tells something else");
    }

    @Test
    void voteThatNobodyCastIsAPhantom() {
        history.removeIf(line -> line.contains("\"op\":2"));
        assertThat(findings()).contains("phantom: op 2 is in the database and was never invoked");
    }

    @Test
    void voteThatTheServerNeverTookIsAPhantom() {
        history.replaceAll(line -> line.replace("\"ok\",\"op\":2", "\"fail\",\"why\":\"refused\",\"op\":2"));
        assertThat(findings()).containsExactly("phantom: op 2 was never taken and is in the database");
    }

    @Test
    void storedChoiceThatNobodyMadeIsAPhantom() {
        history.replaceAll(line -> line.replace("ABSTAIN", "APPROVE"));
        assertThat(findings()).containsExactly("phantom: op 2 is in the database as ABSTAIN");
    }

    @Test
    void unknownMayGoEitherWayButOneWayOnly() {
        history.replaceAll(line -> line.replace("\"ok\",\"op\":2", "\"unknown\",\"why\":\"reset\",\"op\":2"));
        assertThat(check().unknownButThere()).isEqualTo(1);
        assertThat(findings()).isEmpty();

        record.remove(3);
        assertThat(findings()).containsExactly("lost: event e-v2 never came to the consumer");
    }

    @Test
    void unknownThatIsNotThereIsNoLoss() {
        history.replaceAll(line -> line.replace("\"ok\",\"op\":2", "\"unknown\",\"why\":\"reset\",\"op\":2"));
        export.removeIf(line -> line.contains("2\"") && !line.contains("CHANGES"));
        record.subList(2, 4).clear();
        assertThat(findings()).isEmpty();
        assertThat(check().unknown()).isEqualTo(1);
    }

    @Test
    void whatIsStillOwedIsUnsettled() {
        export.set(7, export.get(7).replace("ACKNOWLEDGED", "SENT"));
        assertThat(findings()).containsExactly("unsettled: event e-v2 is SENT");
    }

    @Test
    void outboxThatIsEmptyTooLateIsUnsettled() {
        history.set(7, "{\"what\":\"drained\",\"us\":31000001}");
        assertThat(findings()).containsExactly("unsettled: the outbox was empty 30.0 s after the last fault only");
    }

    @Test
    void outboxThatIsNeverEmptyIsUnsettled() {
        history.remove(7);
        assertThat(findings()).containsExactly("unsettled: the outbox was never empty after the last fault");
    }

    @Test
    void ledgerThatDoesNotVerifyIsFound() {
        export.set(8, "{\"what\":\"ledger\",\"whole\":false}");
        assertThat(findings()).containsExactly("ledger: the ledger does not verify");
    }

    @Test
    void operationWithoutAnEndIsNoHistory() {
        history.removeIf(line -> line.startsWith("{\"what\":\"ok\",\"op\":1"));
        assertThat(findings()).containsExactly("history: op 1 never ended");
    }

    @Test
    void eventsOfAnotherServerAreNoneOfOurs() {
        record.add(told(9).replace("http://here", "http://there").replace('\'', '"'));
        record.add("{\"topic\":\"webreview.item.received\",\"id\":\"r\",\"data\":{}}");
        assertThat(findings()).isEmpty();
    }

    @Test
    void unknownLineIsRefused() {
        history.add("{\"what\":\"forgotten\"}");
        assertThatIllegalArgumentException().isThrownBy(this::check).withMessageContaining("forgotten");
    }

    @Test
    void writtenHistoryIsReadAsItWasNoted() throws Exception {
        var written = new CrashHistory(directory.resolve("target/history.jsonl"));
        try (written) {
            written.began("H2", 1, "http://here");
            written.invoked(1, "maria", "i", "REQUEST_CHANGES");
            written.ok(1);
            written.struck("KILL");
            written.invoked(2, "maria", "i", "ABSTAIN");
            written.unknown(2, "reset");
            written.invoked(3, "maria", "i", "APPROVE");
            written.failed(3, "refused");
            written.healed("KILL");
            written.drained();
        }
        var recorded = Files.write(directory.resolve("record.jsonl"), record);
        var exported = Files.write(directory.resolve("export.jsonl"), export);

        var verdict = CrashChecker.check(written.file(), recorded, exported);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict)
                .extracting(Verdict::ok, Verdict::unknown, Verdict::unknownButThere, Verdict::failed, Verdict::kills)
                .containsExactly(1, 1, 1, 1, 1);
    }

    private Verdict check() {
        return CrashChecker.check(history.stream(), record.stream(), export.stream());
    }

    private List<String> findings() {
        return check().findings();
    }

    private static List<String> lines(String... lines) {
        return new ArrayList<>(
                Arrays.stream(lines).map(line -> line.replace('\'', '"')).toList());
    }

    private static String invoke(int op, String choice) {
        return "{'what':'invoke','op':%d,'reviewer':'maria','item':'i','choice':'%s','us':1}".formatted(op, choice);
    }

    private static String vote(int number, String choice, String reason) {
        return "{'what':'vote','id':%d,'key':'v%d','item':'i','choice':'%s','reason':'%s'}"
                .formatted(number, number, choice, reason);
    }

    private static String decision(int number, String outcome) {
        return "{'what':'decision','id':'d%d','item':'i','sequence':%d,'outcome':'%s'}"
                .formatted(number, number, outcome);
    }

    private static String owed(int number, String kind, String subject) {
        return ("{'what':'owed','id':%d,'item':'i','event':'e-%s','kind':'%s','subject':'%s','state':'ACKNOWLEDGED',"
                        + "'attempts':1}")
                .formatted(number, subject, kind, subject);
    }

    private static String told(int number) {
        return ("{'topic':'webreview.decision.x','id':'e-d%d','data':{'decisionId':'d%d','sequence':%d,'outcome':'%s',"
                        + "'item':{'url':'http://here/item/i'}}}")
                .formatted(number, number, number, number == 1 ? "CHANGES_REQUESTED" : "IN_REVIEW");
    }

    private static String heard(int number) {
        return ("{'topic':'webreview.vote.recorded','id':'e-v%d','data':{'voteId':'v%d','value':'%s','reason':'op %d',"
                        + "'item':{'url':'http://here/item/i'}}}")
                .formatted(number, number, number == 1 ? "REQUEST_CHANGES" : "ABSTAIN", number);
    }
}
