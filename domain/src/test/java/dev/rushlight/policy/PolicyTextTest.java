package dev.rushlight.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTextTest {

    private static final String STAGE = "{'name':'S','mode':'ANY','reviewers':['role:REVIEWER']}";
    private static final String SELECTORS = "user:NAME, function:NAME, role:NAME or submission:reviewers";

    @Test
    void whatIsAsUsualIsLeftOut() {
        assertThat(PolicyText.write(Policy.of("both", "Both", Stage.of("Review", Mode.ALL, Selector.user("ada")))))
                .isEqualTo("""
                        {
                          "name": "Both",
                          "stages": [
                            {"name":"Review","mode":"ALL","reviewers":["user:ada"]}
                          ]
                        }
                        """);
    }

    @Test
    void everythingThatCanBeSaidIsReadAsItIsMeant() {
        var policy = read("""
                {'name':'Comp','allowSelfApproval':true,'abstainAllowed':false,'onNewVersion':'KEEP_VETO',
                 'overrideRoles':['LEAD','ADMIN'],'requireNoOpenBlockers':false,'grace':'PT10S','dueIn':'2d',
                 'escalateTo':'function:vfx_supervisor','stages':[
                  {'name':'Check','mode':'LABEL','label':'qc:black','reviewers':['user:QC']},
                  {'name':'Team','mode':'QUORUM','quorum':'50%','reviewers':['role:reviewer'],'parallel':true,
                   'requireSeen':true,'blockingFunctions':['vfx_supervisor'],
                   'appliesTo':{'kinds':['ASSET'],'projects':['spy*'],'steps':['comp']}}]}
                """);

        assertThat(policy)
                .isEqualTo(new Policy(
                        "p",
                        3,
                        "Comp",
                        List.of(
                                Stage.label("Check", "qc:black", Selector.user("qc")),
                                Stage.quorum("Team", Quorum.percent(50), Selector.role("REVIEWER"))
                                        .alongside()
                                        .seen()
                                        .blockedBy("vfx_supervisor")
                                        .when(new AppliesTo(Set.of("ASSET"), Set.of("spy*"), Set.of("comp")))),
                        true,
                        false,
                        OnNewVersion.KEEP_VETO,
                        Set.of("LEAD", "ADMIN"),
                        false,
                        Optional.of(Duration.ofSeconds(10)),
                        Optional.of(Duration.ofDays(2)),
                        Optional.of(Selector.function("vfx_supervisor"))));
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                bad("", "The text is not JSON from line 1, column 1 on"),
                bad("{\n'name':'P'", "The text is not JSON from line 2, column 11 on"),
                bad("{\n'name':'P", "The text is not JSON from line 2, column 10 on"),
                bad("{\n'name':'P'\n'stages'", "The text is not JSON from line 3, column 8 on"),
                bad("[]", "The text must be a JSON object"),
                bad("{'name':'P','name':'Q'}", "\"name\" stands twice in one object, the second time in line 1"),
                bad("{'a':" + "[".repeat(8) + "]".repeat(8) + "}", "The text is nested more than 8 levels deep"),
                bad(" ".repeat(65_537), "The text has 65537 characters, and 65536 are allowed"),
                bad("{'stages':[" + STAGE + "]}", "name is missing"),
                bad("{'name':null,'stages':[" + STAGE + "]}", "name is missing"),
                bad("{'name':7,'stages':[" + STAGE + "]}", "name must be text"),
                bad(
                        "{'name':'a\\nb','stages':[" + STAGE + "]}",
                        "name must be one line of 1 to 100 characters, not \"a\uFFFDb\""),
                bad("{'name':'P'}", "stages is missing"),
                bad("{'name':'P','stages':{}}", "stages must be a list"),
                bad("{'name':'P','stages':[]}", "stages must have 1 to 20 entries, not 0"),
                bad("{'name':'P','stages':[7]}", "stages[0] must be an object"),
                bad(
                        "{'name':'P','stages':[" + STAGE + "," + STAGE + "]}",
                        "stages[1].name must not be that of stages[0], \"S\""),
                bad(
                        policy("'overide':true"),
                        "overide is not known: there are name, stages, allowSelfApproval, abstainAllowed, onNewVersion,"
                                + " overrideRoles, requireNoOpenBlockers, grace, dueIn, escalateTo"),
                bad(policy("'allowSelfApproval':'yes'"), "allowSelfApproval must be true or false"),
                bad(policy("'abstainAllowed':1"), "abstainAllowed must be true or false"),
                bad(policy("'requireNoOpenBlockers':[]"), "requireNoOpenBlockers must be true or false"),
                bad(policy("'onNewVersion':'FORGET'"), "onNewVersion must be one of RESET, COPY_APPROVALS, KEEP_VETO"),
                bad(policy("'overrideRoles':'LEAD'"), "overrideRoles must be a list"),
                bad(
                        policy("'overrideRoles':['LEAD','boss']"),
                        "overrideRoles[1] must be a role in capital letters, such as LEAD, not \"boss\""),
                bad(policy("'grace':10"), "grace must be text"),
                bad(
                        policy("'grace':'2d'"),
                        "grace must be a time from 0s to 1d, such as \"90s\", \"2h\" or \"PT10S\", not \"2d\""),
                bad(
                        policy("'grace':'-PT1S'"),
                        "grace must be a time from 0s to 1d, such as \"90s\", \"2h\" or \"PT10S\", not \"-PT1S\""),
                bad(
                        policy("'dueIn':'0s'"),
                        "dueIn must be a time of more than 0s and at most 366d, such as \"90s\", \"2h\" or \"PT10S\","
                                + " not \"0s\""),
                bad(
                        policy("'dueIn':'tomorrow'"),
                        "dueIn must be a time of more than 0s and at most 366d, such as \"90s\", \"2h\" or \"PT10S\","
                                + " not \"tomorrow\""),
                bad(policy("'escalateTo':'lena'"), "escalateTo must be " + SELECTORS + ", not \"lena\""),
                bad(
                        "{'name':'P','stages':[" + STAGE + ",{'mode':'ANY','reviewers':['user:a']}]}",
                        "stages[1].name is missing"),
                bad(stage("'name':''"), "stages[0].name must be one line of 1 to 60 characters, not \"\""),
                bad(stage("'name':'S'"), "stages[0].mode is missing"),
                bad(stage("'name':'S','mode':'any'"), "stages[0].mode must be one of ANY, ALL, QUORUM, LEAD, LABEL"),
                bad(stage("'name':'S','mode':'ANY'"), "stages[0].reviewers is missing"),
                bad(
                        stage("'name':'S','mode':'ANY','reviewers':[]"),
                        "stages[0].reviewers must have 1 to 100 entries, not 0"),
                bad(stage("'name':'S','mode':'ANY','reviewers':['user:a',7]"), "stages[0].reviewers[1] must be text"),
                bad(
                        stage("'name':'S','mode':'ANY','reviewers':['user:']"),
                        "stages[0].reviewers[0] must be " + SELECTORS + ", not \"user:\""),
                bad(
                        stage("'name':'S','mode':'ANY','reviewers':['submission:author']"),
                        "stages[0].reviewers[0] must be " + SELECTORS + ", not \"submission:author\""),
                bad(
                        any("'stage':1"),
                        "stages[0].stage is not known: there are name, mode, quorum, label, reviewers,"
                                + " blockingFunctions, requireSeen, parallel, appliesTo"),
                bad(any("'quorum':2"), "stages[0].quorum must not be there: it belongs to the mode QUORUM"),
                bad(any("'label':'qc'"), "stages[0].label must not be there: it belongs to the mode LABEL"),
                bad(any("'requireSeen':'no'"), "stages[0].requireSeen must be true or false"),
                bad(any("'parallel':0"), "stages[0].parallel must be true or false"),
                bad(
                        any("'blockingFunctions':['VFX Supervisor']"),
                        "stages[0].blockingFunctions[0] must be a function such as vfx_supervisor, not"
                                + " \"VFX Supervisor\""),
                bad(any("'appliesTo':[]"), "stages[0].appliesTo must be an object"),
                bad(
                        any("'appliesTo':{'kind':['ASSET']}"),
                        "stages[0].appliesTo.kind is not known: there are kinds, projects, steps"),
                bad(any("'appliesTo':{'steps':'comp'}"), "stages[0].appliesTo.steps must be a list"),
                bad(
                        any("'appliesTo':{'steps':['comp','']}"),
                        "stages[0].appliesTo.steps[1] must be one line of 1 to 100 characters, not \"\""),
                bad(
                        stage("'name':'S','mode':'QUORUM','reviewers':['user:a']"),
                        "stages[0].quorum is missing: the mode QUORUM needs it"),
                bad(quorum("0"), outOfQuorum()),
                bad(quorum("1.5"), outOfQuorum()),
                bad(quorum("1001"), outOfQuorum()),
                bad(quorum("'0%'"), outOfQuorum()),
                bad(quorum("'half'"), outOfQuorum()),
                bad(
                        stage("'name':'S','mode':'LABEL','reviewers':['user:a']"),
                        "stages[0].label is missing: the mode LABEL needs it"),
                bad(
                        stage("'name':'S','mode':'LABEL','label':'black frames','reviewers':['user:a']"),
                        "stages[0].label must be 1 to 60 letters, digits or _ . : / -, such as qc:black, not"
                                + " \"black frames\""),
                bad(
                        "{'name':'P','stages':["
                                + IntStream.range(0, 21).mapToObj(i -> STAGE).collect(Collectors.joining(","))
                                + "]}",
                        "stages must have 1 to 20 entries, not 21"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aTextThatIsNoPolicySaysWhereAndWhy(String text, String message) {
        assertThatExceptionOfType(MalformedPolicy.class)
                .isThrownBy(() -> read(text))
                .withMessage(message);
    }

    @Test
    void theExamplesInTheDocumentationArePoliciesAndSayNoMoreThanTheyNeed() throws IOException {
        var page = Files.readString(Path.of("../docs/policies.md"));
        var examples = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(example -> example.group(1))
                .toList();

        assertThat(examples)
                .hasSizeGreaterThan(4)
                .allSatisfy(example -> assertThat(PolicyText.write(PolicyText.read("p", 1, example)))
                        .isEqualTo(example));
        assertThat(examples.get(0)).isEqualTo(PolicyText.write(Policy.firstThatShips()));
    }

    @Test
    void theDocumentationNamesEveryFieldModeAndRule() throws IOException {
        var page = Files.readString(Path.of("../docs/policies.md"));

        assertThat(Stream.of(
                                Stream.of(
                                        "name",
                                        "stages",
                                        "allowSelfApproval",
                                        "abstainAllowed",
                                        "onNewVersion",
                                        "overrideRoles",
                                        "requireNoOpenBlockers",
                                        "grace",
                                        "dueIn",
                                        "escalateTo",
                                        "mode",
                                        "quorum",
                                        "label",
                                        "reviewers",
                                        "blockingFunctions",
                                        "requireSeen",
                                        "parallel",
                                        "appliesTo",
                                        "kinds",
                                        "projects",
                                        "steps"),
                                Stream.of(Mode.values()).map(Mode::name),
                                Stream.of(OnNewVersion.values()).map(OnNewVersion::name))
                        .flatMap(words -> words))
                .allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    }

    private static Policy read(String text) {
        return PolicyText.read("p", 3, text.replace('\'', '"'));
    }

    private static Arguments bad(String text, String message) {
        return Arguments.of(text, message);
    }

    private static String policy(String more) {
        return "{'name':'P','stages':[%s],%s}".formatted(STAGE, more);
    }

    private static String stage(String fields) {
        return "{'name':'P','stages':[{%s}]}".formatted(fields);
    }

    private static String any(String more) {
        return stage("'name':'S','mode':'ANY','reviewers':['user:a']," + more);
    }

    private static String quorum(String value) {
        return stage("'name':'S','mode':'QUORUM','reviewers':['user:a'],'quorum':" + value);
    }

    private static String outOfQuorum() {
        return "stages[0].quorum must be a number of people from 1 to 1000, or a share from \"1%\" to \"100%\"";
    }
}
